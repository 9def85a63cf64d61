package dev.tessera.app.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tessera.kernel.id.ProjectId;
import dev.tessera.kernel.property.Choices;
import dev.tessera.kernel.property.Property;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchCodecTest {
    @Test
    void readsBackWhatItWrote() {
        Property.holds(500, BatchCodecTest::batch, batch -> {
            byte[] bytes = BatchCodec.encode(batch);
            assertThat(BatchCodec.decode(bytes)).isEqualTo(batch);
            assertThat(bytes)
                    .as("sequences of two records must not overlap")
                    .hasSizeGreaterThan(batch.events().size());
        });
    }

    @Test
    void writesHalfACharacterAsAQuestionMark() {
        CapturedBatch batch = new CapturedBatch(
                new ProjectId(1), List.of(SampleCaptures.event(1, "a\ud800b", "{\"a\":\"\udc00\"}", "")));
        CapturedEvent read =
                BatchCodec.decode(BatchCodec.encode(batch)).events().getFirst();
        assertThat(read.distinctId()).isEqualTo("a?b");
        assertThat(read.set()).isEqualTo("{\"a\":\"?\"}");
    }

    @Test
    void saysWhatToDoAboutARecordOfANewerVersion() {
        byte[] bytes = BatchCodec.encode(new CapturedBatch(new ProjectId(1), List.of(SampleCaptures.event(1, "u"))));
        bytes[0] = 2;
        assertThatThrownBy(() -> BatchCodec.decode(bytes))
                .hasMessageContaining("newer Tessera")
                .hasMessageContaining("batch version 2")
                .hasMessageContaining("Start the version that wrote it");
    }

    /** The bytes are a promise to journals that lie on disks. */
    @Test
    void keepsItsFormat() {
        CapturedEvent event =
                new CapturedEvent(new UUID(1, 2), "e", "dé", Instant.EPOCH.plusNanos(5_000), "{}", "", "{\"a\":1}");
        assertThat(BatchCodec.encode(new CapturedBatch(new ProjectId(7), List.of(event))))
                .asHexString()
                .isEqualTo("01" + "0000000000000007" + "00000001" + "0000000000000001" + "0000000000000002"
                        + "0000000000000005" + "0000000165" + "0000000364C3A9" + "000000027B7D" + "00000000"
                        + "000000077B2261223A317D");
    }

    private static CapturedBatch batch(Choices choices) {
        return new CapturedBatch(new ProjectId(choices.between(1, 3)), choices.list(20, BatchCodecTest::event));
    }

    private static CapturedEvent event(Choices choices) {
        Instant time = choices.of(
                SampleCaptures.TIME,
                Instant.EPOCH,
                Instant.parse("0000-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"));
        return new CapturedEvent(
                new UUID(choices.below(5), choices.of(0L, -1L, Long.MIN_VALUE)),
                text(choices),
                text(choices),
                time,
                text(choices),
                text(choices),
                text(choices));
    }

    private static String text(Choices choices) {
        return choices.of("", "a", "ö", "💡", "\0", "x\n\"").repeat(choices.of(1, 2, 5_000));
    }
}
