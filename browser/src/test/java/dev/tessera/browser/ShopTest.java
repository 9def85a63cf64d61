package dev.tessera.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests in a browser that share one {@link Shop}, made for their class. */
abstract class ShopTest {
    protected static Shop shop;

    @TempDir
    private static Path data;

    @RegisterExtension
    protected final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        shop = new Shop(data);
    }

    @AfterAll
    static void stop() {
        shop.close();
    }
}
