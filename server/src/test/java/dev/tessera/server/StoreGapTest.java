package dev.tessera.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreGapTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 500, 1", "500, 0, 1", "300, 500, 300", "500, 300, 1", "500, 500, 500", "500, 500, 400"})
    void theJournalHoldsWhatAStoreLacks(long metadata, long events, long journal) {
        assertThatCode(() -> StoreGapException.check(metadata, events, journal)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 500, 500, The metadata store is empty",
        "500, 0, 400, The event store is empty",
        "500, 300, 301, The event store is older",
        "300, 500, 500, The metadata store is older",
        "300, 300, 500, 'The journal begins at position 500, but the metadata store and the event store end at 300'",
        "0, 0, 500, 'The journal begins at position 500'",
    })
    void aStoreLacksWhatIsNowhere(long metadata, long events, long journal, String sentence) {
        assertThatThrownBy(() -> StoreGapException.check(metadata, events, journal))
                .isInstanceOf(StoreGapException.class)
                .hasMessageStartingWith(sentence);
    }
}
