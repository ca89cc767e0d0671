package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same sentence reaches us in many spellings. */
class MessageTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The name &quot;A&quot; is|The name "A" is
            The name &amp;quot;A&amp;quot; is|The name "A" is
            The name &#34;A&#x22; is|The name "A" is
            Smith &amp; Sons|Smith & Sons
            Smith & Sons; R&D|Smith & Sons; R&D
            &unknown; &;|&unknown; &;
            \\"A\\" in C:\\new|"A" in C:\\new
            """)
    void entities_and_escapes_become_what_they_stand_for(String message, String told) {
        assertThat(MessageText.of(message).told()).isEqualTo(told);
    }

    @Test
    void blanks_line_breaks_and_control_characters_become_one_blank() {
        assertThat(MessageText.of(" This list \r\n\t has\u00a0\u200b been\u0000 modified ")
                        .told())
                .isEqualTo("This list has been modified");
    }

    @Test
    void patterns_see_small_letters_and_plain_quotation_marks_at_the_same_places() {
        MessageText text = MessageText.of("The Name “O’Brien” – İ");

        assertThat(text.folded()).isEqualTo("the name \"o'brien\" - İ").hasSameSizeAs(text.told());
        assertThat(text.told()).contains("“O’Brien”");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It failed.  QuickBooks error message:  Why.|It failed.|Why.
            It failed.QUICKBOOKS ERROR MESSAGE : Why.|It failed.|Why.
            A rule. Business Validation Error: Why.|A rule.|Why.
            A business validation error has occurred|A business validation error has occurred|
            """)
    void the_sentence_of_the_window_is_split_off(String message, String head, String tail) {
        Map<String, String> facts = new HashMap<>();
        MessageText.of(message).into(facts);

        assertThat(facts.get("head")).isEqualTo(head);
        assertThat(facts.get("tail")).isEqualTo(tail);
    }

    @Test
    void a_long_message_is_read_to_its_two_thousandth_character() {
        assertThat(MessageText.of("&quot;".repeat(1_000_000)).told()).hasSize(MessageText.READ_AT_MOST);
    }
}
