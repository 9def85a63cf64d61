package dev.tessera.app.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {
    private static final String END = "2026-07-15T14:20:00Z";

    @Test
    void isTheSameByteForByteForTheSameSeedAndEnd() throws Exception {
        assertThat(digest(Histories.endingAt(END).history()))
                .isEqualTo(digest(Histories.endingAt(END).history()))
                .isNotEqualTo(digest(new World(1, Story.endingAt(Instant.parse(END))).history()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                END,
                "2025-11-25T01:00:00Z",
                "2026-01-01T00:00:00Z",
                "2026-02-28T23:59:59Z",
                "2027-05-03T09:30:00Z",
                "2028-02-29T12:00:00Z"
            })
    void hasHalfAMillionEventsWheneverItEnds(String end) {
        Episode history = Histories.endingAt(end).history();
        assertThat(history.size()).isEqualTo(World.EVENTS);
        assertThat(history.deed(0).timestamp())
                .isAfterOrEqualTo(Histories.endingAt(end).story().begin())
                .isBefore(Histories.endingAt(end).story().begin().plus(Duration.ofHours(1)));
        assertThat(history.deed(history.size() - 1).timestamp())
                .isBefore(Instant.parse(end))
                .isAfter(Instant.parse(end).minus(Duration.ofMinutes(20)));
    }

    @Test
    void goesOnAfterItsEndAsIfItHadBeenLongerFromTheStart() {
        World world = Histories.endingAt(END);
        Instant end = world.story().end();
        List<Deed> first = deeds(world, end, end.plus(Duration.ofDays(2)));
        List<Deed> second = deeds(world, end.plus(Duration.ofDays(2)), end.plus(Duration.ofDays(40)));
        List<Deed> atOnce = deeds(world, end.minus(Duration.ofDays(3)), end.plus(Duration.ofDays(40)));
        assertThat(first).hasSizeGreaterThan(2_000);
        assertThat(atOnce.subList(atOnce.size() - first.size() - second.size(), atOnce.size()))
                .startsWith(first.toArray(Deed[]::new))
                .endsWith(second.toArray(Deed[]::new));
    }

    /** Without the place of the person, which depends on who else is there. */
    private static List<Deed> deeds(World world, Instant from, Instant until) {
        return world.between(from, until)
                .deeds()
                .map(it -> new Deed(
                        it.uuid(),
                        it.event(),
                        it.distinctId(),
                        0,
                        it.timestamp(),
                        it.properties(),
                        it.set(),
                        it.setOnce()))
                .toList();
    }

    private static String digest(Episode episode) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        episode.deeds().forEach(it -> digest.update(it.toString().getBytes(StandardCharsets.UTF_8)));
        episode.people().forEach(it -> digest.update(it.toString().getBytes(StandardCharsets.UTF_8)));
        episode.accounts().forEach(it -> digest.update(it.toString().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
