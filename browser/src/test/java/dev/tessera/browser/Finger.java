package dev.tessera.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/**
 * A finger on the screen of a phone. The browser gets touches and makes of them what it does for real ones: the page scrolls
 * where nothing keeps it from that, and a click follows a tap.
 */
final class Finger {
    private static final int STEPS = 12;

    private final CDPSession screen;

    Finger(Page page) {
        screen = page.context().newCDPSession(page);
    }

    /** Presses in the middle of {@code from}, moves over the screen and lets go. */
    void drag(Locator from, double right, double down) {
        BoundingBox box = from.boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        touch("touchStart", x, y);
        for (int step = 1; step <= STEPS; step++) {
            touch("touchMove", x + right * step / STEPS, y + down * step / STEPS);
        }
        touch("touchEnd");
    }

    private void touch(String type, double... at) {
        JsonArray points = new JsonArray();
        if (at.length > 0) {
            JsonObject point = new JsonObject();
            point.addProperty("x", at[0]);
            point.addProperty("y", at[1]);
            points.add(point);
        }
        JsonObject arguments = new JsonObject();
        arguments.addProperty("type", type);
        arguments.add("touchPoints", points);
        screen.send("Input.dispatchTouchEvent", arguments);
    }
}
