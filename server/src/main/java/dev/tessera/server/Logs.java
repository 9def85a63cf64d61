package dev.tessera.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up logging in code: reading a file for it would take a tenth of the start-up time. */
final class Logs {
    /**
     * An entry begins at the start of a line, and nothing else does: what a caller or an engine puts into a message must
     * not pass for an entry of ours.
     */
    private static final String PATTERN = "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\", UTC} %-5level %logger{0} -"
            + " %replace(%msg){'[\r\n]+', ' '}%n%replace(%ex){'(?m)^(?=.)', '  '}%nopex";

    private Logs() {}

    /** Logs to standard output from now on: a line of text for each event, or of JSON. */
    static void toStandardOutput(boolean json) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setEncoder(json ? started(new JsonEncoder(), context) : text(context));
        appender.addFilter(new SaidAlready());
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender);
        // Of these, every start would log how it went.
        for (String name : new String[] {
            "org.eclipse.jetty", "io.javalin", "org.flywaydb", "com.zaxxer.hikari", "org.jooq", "com.password4j"
        }) {
            context.getLogger(name).setLevel(Level.WARN);
        }
    }

    /** The encoder of lines of text. */
    static Encoder<ILoggingEvent> text(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return started(encoder, context);
    }

    private static <E extends EncoderBase<ILoggingEvent>> Encoder<ILoggingEvent> started(
            E encoder, LoggerContext context) {
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    /** Keeps away what is said to who starts the server in our own words. */
    private static final class SaidAlready extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            return event.getLoggerName().startsWith("io.javalin")
                            && event.getFormattedMessage().startsWith("Failed to start Javalin")
                    ? FilterReply.DENY
                    : FilterReply.NEUTRAL;
        }
    }
}
