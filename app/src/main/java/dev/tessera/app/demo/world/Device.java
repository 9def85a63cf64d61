package dev.tessera.app.demo.world;

import java.util.List;

/**
 * What people look at the product with.
 *
 * @param ordinal its place in {@link #ALL}
 * @param type as {@code $device_type} says it
 * @param weight how many people have it, compared with others
 */
record Device(int ordinal, String browser, int version, String os, String type, int width, int height, double weight) {
    static final List<Device> ALL = List.of(
            new Device(0, "Chrome", 138, "Windows", "Desktop", 1920, 1080, 24),
            new Device(1, "Chrome", 138, "Mac OS X", "Desktop", 1728, 1117, 19),
            new Device(2, "Chrome", 137, "Linux", "Desktop", 2560, 1440, 3),
            new Device(3, "Safari", 18, "Mac OS X", "Desktop", 1512, 982, 11),
            new Device(4, "Firefox", 140, "Windows", "Desktop", 1920, 1080, 5),
            new Device(5, "Firefox", 140, "Mac OS X", "Desktop", 1440, 900, 3),
            new Device(6, "Firefox", 140, "Linux", "Desktop", 1920, 1200, 4),
            new Device(7, "Microsoft Edge", 138, "Windows", "Desktop", 1920, 1080, 10),
            new Device(8, "Microsoft Edge", 138, "Windows", "Desktop", 1536, 864, 4),
            new Device(9, "Mobile Safari", 18, "iOS", "Mobile", 393, 852, 8),
            new Device(10, "Chrome", 138, "Android", "Mobile", 412, 915, 6),
            new Device(11, "Mobile Safari", 18, "iOS", "Tablet", 820, 1180, 2));

    private static final int FIRST_MOBILE = 9;

    /** Of people who read about the product. */
    static final Weighted<Device> OF_VISITORS = new Weighted<>(ALL, Device::weight);

    /** Of people who work with it. */
    static final Weighted<Device> OF_MEMBERS = new Weighted<>(ALL.subList(0, FIRST_MOBILE), Device::weight);

    boolean isDesktop() {
        return ordinal < FIRST_MOBILE;
    }

    /** What an event from it has in its properties. */
    String properties() {
        return "\"$browser\":\"" + browser + "\",\"$browser_version\":" + version + ",\"$os\":\"" + os
                + "\",\"$device_type\":\"" + type + "\",\"$screen_width\":" + width + ",\"$screen_height\":" + height;
    }
}
