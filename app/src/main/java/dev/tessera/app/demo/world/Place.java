package dev.tessera.app.demo.world;

import java.time.ZoneId;
import java.util.List;

/**
 * Where people are.
 *
 * @param ordinal its place in {@link #ALL}
 * @param weight how many people are there, compared with other places
 */
record Place(
        int ordinal, String countryCode, String country, String continent, String city, ZoneId zone, double weight) {
    static final List<Place> ALL = List.of(
            place(0, "US", "United States", "NA", "New York", "America/New_York", 13),
            place(1, "US", "United States", "NA", "Chicago", "America/Chicago", 7),
            place(2, "US", "United States", "NA", "San Francisco", "America/Los_Angeles", 10),
            place(3, "DE", "Germany", "EU", "Berlin", "Europe/Berlin", 8),
            place(4, "DE", "Germany", "EU", "Munich", "Europe/Berlin", 6),
            place(5, "GB", "United Kingdom", "EU", "London", "Europe/London", 9),
            place(6, "GB", "United Kingdom", "EU", "Manchester", "Europe/London", 3),
            place(7, "FR", "France", "EU", "Paris", "Europe/Paris", 6),
            place(8, "NL", "Netherlands", "EU", "Amsterdam", "Europe/Amsterdam", 4.5),
            place(9, "IN", "India", "AS", "Bengaluru", "Asia/Kolkata", 7),
            place(10, "CA", "Canada", "NA", "Toronto", "America/Toronto", 4.5),
            place(11, "BR", "Brazil", "SA", "São Paulo", "America/Sao_Paulo", 4),
            place(12, "AU", "Australia", "OC", "Sydney", "Australia/Sydney", 3),
            place(13, "ES", "Spain", "EU", "Barcelona", "Europe/Madrid", 3),
            place(14, "SE", "Sweden", "EU", "Stockholm", "Europe/Stockholm", 2.5),
            place(15, "PL", "Poland", "EU", "Warsaw", "Europe/Warsaw", 2.5),
            place(16, "CH", "Switzerland", "EU", "Zurich", "Europe/Zurich", 2),
            place(17, "JP", "Japan", "AS", "Tokyo", "Asia/Tokyo", 2),
            place(18, "SG", "Singapore", "AS", "Singapore", "Asia/Singapore", 1.5),
            place(19, "ZA", "South Africa", "AF", "Cape Town", "Africa/Johannesburg", 1));

    static final Weighted<Place> WEIGHTED = new Weighted<>(ALL, Place::weight);

    private static Place place(
            int ordinal, String code, String country, String continent, String city, String zone, double weight) {
        return new Place(ordinal, code, country, continent, city, ZoneId.of(zone), weight);
    }

    /** What an event or a person of here has in its properties. */
    String properties() {
        return "\"$geoip_country_code\":\"" + countryCode + "\",\"$geoip_country_name\":\"" + country
                + "\",\"$geoip_continent_code\":\"" + continent + "\",\"$geoip_city_name\":\"" + city + "\"";
    }
}
