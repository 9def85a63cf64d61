package dev.tessera.server.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the product: all modules that the server is made of, without their tests. */
final class Product {
    private static final ImportOption NO_TESTS =
            location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

    /** Read once; the rules do not change them. */
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages("dev.tessera");

    private Product() {}

    static JavaClasses classes() {
        return CLASSES;
    }
}
