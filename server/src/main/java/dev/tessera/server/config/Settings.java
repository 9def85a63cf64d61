package dev.tessera.server.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The effective value of each setting: defaults, under {@code tessera.properties}, under the environment. */
public final class Settings {
    private static final String PREFIX = "TESSERA_";
    private static final String MASK = "********";
    /** The value of a parameter such as {@code password} and {@code sslpassword}, or what stands before an @. */
    private static final Pattern PASSWORD =
            Pattern.compile("(?<=password=)[^&]*|(?<=//)[^/?]*(?=@)", Pattern.CASE_INSENSITIVE);

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    /**
     * Reads the settings.
     *
     * @param environment of the process; names that do not begin with TESSERA_ are not looked at
     * @param file may be absent
     * @throws ConfigException when a name is unknown: a misspelt setting must not pass for its default
     */
    public static Settings read(Map<String, String> environment, Path file) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        properties(file).forEach((name, value) -> values.put(known(name, file.toString()), value));
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                values.put(known(name, "the environment"), value);
            }
        });
        return new Settings(values);
    }

    /** The same settings with one replaced, for options of the command line. */
    public Settings with(Setting setting, String value) {
        Map<Setting, String> more = new EnumMap<>(Setting.class);
        more.putAll(values);
        more.put(setting, value);
        return new Settings(more);
    }

    /** Whether somebody gave it a value other than the empty one. */
    public boolean isSet(Setting setting) {
        return !values.getOrDefault(setting, "").isBlank();
    }

    /** The value, trimmed; the default when nothing is set. */
    public String text(Setting setting) {
        return values.getOrDefault(setting, setting.defaultValue()).strip();
    }

    /** The value as a whole number between {@code least} and {@code most}. */
    public int number(Setting setting, int least, int most) {
        try {
            int number = Integer.parseInt(text(setting));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw new ConfigException(
                setting + " must be a whole number from " + least + " to " + most + ", not \"" + text(setting) + "\".");
    }

    /** The value, which must be one of {@code allowed}. */
    public String oneOf(Setting setting, String... allowed) {
        if (Arrays.asList(allowed).contains(text(setting))) {
            return text(setting);
        }
        throw new ConfigException(
                setting + " must be " + String.join(" or ", allowed) + ", not \"" + text(setting) + "\".");
    }

    /** A line for each setting, as the properties file has it, secrets masked. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String value = text(setting);
            lines.add(setting + "=" + shown(setting, value));
        }
        return lines;
    }

    /** Of the database's address everything is shown but what says who may come in. */
    private static String shown(Setting setting, String value) {
        if (setting == Setting.TESSERA_DATABASE_URL) {
            return PASSWORD.matcher(value).replaceAll(MASK);
        }
        return setting.secret() && !value.isEmpty() ? MASK : value;
    }

    private static Map<String, String> properties(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new ConfigException(file + " cannot be read: " + e.getMessage());
            }
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty, (a, _) -> a, TreeMap::new));
    }

    private static Setting known(String name, String where) {
        for (Setting setting : Setting.values()) {
            if (setting.name().equals(name)) {
                return setting;
            }
        }
        throw new ConfigException("There is no setting " + name + " (found in " + where
                + "). Remove it or correct its name; ./tessera serve --print-config lists all.");
    }
}
