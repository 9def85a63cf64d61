package dev.tessera.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** What somebody looks through: a window with a mouse, or a phone. Motion is reduced: what is tested is where things end up. */
enum Look {
    WIDE(1440, 900, false, ColorScheme.LIGHT),
    WIDE_DARK(1440, 900, false, ColorScheme.DARK),
    PHONE(390, 844, true, ColorScheme.LIGHT),
    PHONE_DARK(390, 844, true, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final boolean touched;
    private final ColorScheme scheme;

    Look(int width, int height, boolean touched, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.touched = touched;
        this.scheme = scheme;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touched)
                .setIsMobile(touched)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin");
    }
}
