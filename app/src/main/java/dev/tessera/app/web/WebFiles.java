package dev.tessera.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of the web application. Only those in the list that its build wrote are there: no path leads anywhere else.
 *
 * <p>A line of the list is {@code digest path}, and then the suffixes of its compressed forms, with spaces between.
 */
public final class WebFiles {
    private static final String LIST = "files.txt";

    private final Source source;
    private final Map<String, WebFile> files;

    private WebFiles(Source source, Map<String, WebFile> files) {
        this.source = source;
        this.files = Map.copyOf(files);
    }

    /** Where files are read from. */
    @FunctionalInterface
    public interface Source {
        /** Empty when there is no file of that name. */
        Optional<InputStream> open(String name);
    }

    /** Those packed into the product; none when it was built without them. */
    public static WebFiles packed() {
        return of(name -> Optional.ofNullable(WebFiles.class.getResourceAsStream("/web/" + name)));
    }

    /** Those on the list of {@code source}; none when it has no list. */
    public static WebFiles of(Source source) {
        Map<String, WebFile> files = new HashMap<>();
        String list = read(source, LIST)
                .map(it -> new String(it, StandardCharsets.UTF_8))
                .orElse("");
        list.lines().map(WebFiles::parse).forEach(it -> files.put(it.path(), it));
        return new WebFiles(source, files);
    }

    private static WebFile parse(String line) {
        String[] parts = line.split(" ", -1);
        Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
        for (int i = 2; i < parts.length; i++) {
            Encoding.ofSuffix(parts[i]).ifPresent(encodings::add);
        }
        return new WebFile(parts[1], parts[0], encodings);
    }

    Optional<WebFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The content of a file, compressed in advance. */
    byte[] content(WebFile file, Optional<Encoding> encoding) {
        String name = file.path() + encoding.map(Encoding::suffix).orElse("");
        return read(source, name).orElseThrow(() -> new IllegalStateException(name + " is listed, but is not there"));
    }

    private static Optional<byte[]> read(Source source, String name) {
        Optional<InputStream> stream = source.open(name);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = stream.get()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
