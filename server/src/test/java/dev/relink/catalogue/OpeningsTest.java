package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            closing date;closing date
            in use|could not be locked;in use,could not be locked
            number is (?:in use|used)|twice;number is ,twice
            item "(?<value>[^"|]{1,9})" is;item "
            colou?r;colo
            x*y;``
            a\\|b|c;a,c
            (?:GST|VAT) rate;``
            """)
    void the_opening_ends_where_a_choice_begins(String regex, String openings) {
        assertThat(String.join(",", Openings.of(regex).words())).isEqualTo(openings);
    }
}
