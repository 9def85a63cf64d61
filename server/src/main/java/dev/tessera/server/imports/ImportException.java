package dev.tessera.server.imports;

/** Ends an import before its end; the sentence is for the person at the keyboard. */
final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    ImportException(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
