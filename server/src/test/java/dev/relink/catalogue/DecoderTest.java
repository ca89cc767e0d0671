package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.connector.StatusCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {

    private final Decoder decoder = new Decoder(Catalogue.load());

    @Test
    void a_broken_link_offers_clear_id_first_and_tells_the_dead_id() {
        Decoded decoded = decode(
                "desktop:3120",
                "Object \"80000A3F-1715099460\" specified in the request cannot be found.  QuickBooks error message: Invalid argument.  The specified record does not exist in the list.",
                Operation.MOD);

        assertThat(decoded.family()).isEqualTo(Family.MISSING_LINK);
        assertThat(decoded.outcome()).isEqualTo(Decision.NOT_THERE);
        assertThat(decoded.repairs())
                .containsExactly(RepairKind.CLEAR_ID, RepairKind.RELINK, RepairKind.SEND_AGAIN, RepairKind.SKIP);
        assertThat(decoded.facts())
                .containsEntry("oldId", "80000A3F-1715099460")
                .containsEntry("head", "Object \"80000A3F-1715099460\" specified in the request cannot be found.")
                .containsEntry("tail", "Invalid argument. The specified record does not exist in the list.");
        assertThat(decoded.problem(Map.of("type", "invoice", "number", "1042")))
                .isEqualTo(
                        "QuickBooks has no record under the ID 80000A3F-1715099460, to which invoice 1042 is linked.");
    }

    @Test
    void the_same_words_on_a_query_are_an_empty_result() {
        Decoded decoded = decode(
                "desktop:3120", "Object \"8000001B-1\" specified in the request cannot be found.", Operation.QUERY);

        assertThat(decoded.outcome()).isEqualTo(Decision.NOTHING_FOUND);
        assertThat(decoded.repairs()).isEmpty();
    }

    @Test
    void the_tail_is_split_off_with_no_blank_one_or_two() {
        for (String blanks : new String[] {"", " ", "  "}) {
            Decoded decoded =
                    decode("desktop:3180", "It failed." + blanks + "QuickBooks error message: Why.", Operation.ADD);
            assertThat(decoded.facts()).containsEntry("head", "It failed.").containsEntry("tail", "Why.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            desktop:3140|There is an invalid reference to QuickBooks Customer "Joe" in the Invoice.|missing-parent|after-fix|rejected
            desktop:3140|There is an invalid reference to QuickBooks Account "Sales" in the ItemService.|missing-mapping|after-fix|rejected
            desktop:3140|There is an invalid reference to QuickBooks Item "Mulch" in the Invoice line.|missing-mapping|after-fix|rejected
            desktop:3170|It failed. QuickBooks error message: This list has been modified by another user.|in-use|next-cycle|retry
            desktop:3170|It failed. QuickBooks error message: Cannot merge list elements.|name-clash|after-fix|rejected
            desktop:3180|It failed. QuickBooks error message: The transaction could not be locked.|in-use|next-cycle|retry
            desktop:3180|It failed. QuickBooks error message: The account number is already in use.|name-clash|after-fix|rejected
            desktop:3000|The given object ID "" in the field "list id" is invalid.|missing-mapping|after-fix|rejected
            desktop:3000|The given object ID "1" in the field "list id" is invalid.|missing-link|after-fix|rejected
            desktop:3200|The provided edit sequence "1" is out-of-date.|stale|after-look-up|stale
            desktop:3231|The request has not been processed.|not-processed|not-counted|not-processed
            desktop:1|A query request did not find a matching object in QuickBooks|ok|never|nothing-found
            desktop:9102|A macro-related error has occurred, and no data is returned.|ours|never|rejected
            hresult:0x80040400|QuickBooks found an error when parsing the provided XML text stream.|ours|after-fix|refused-whole-set
            hresult:0x8004040a|another file|connection|next-cycle|connection
            online:003100|message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403|authorisation|after-fix|connection
            online:6000|Business Validation Error: The entity Estimate 75 that you are trying to link does not exist.|missing-link|after-fix|rejected
            """)
    void code_and_words_together_decide(String code, String message, String family, String retry, String outcome) {
        Decoded decoded = decode(code, message, Operation.MOD);

        assertThat(decoded.family().word()).isEqualTo(family);
        assertThat(decoded.retry().word()).isEqualTo(retry);
        assertThat(decoded.outcome().word()).isEqualTo(outcome);
    }

    /** Desktop says “inactive” only of what is there; Online says it of what was deleted, too, so its ID may be dead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            desktop:3180|It failed. QuickBooks error message: The item is inactive.|missing-mapping
            desktop:3210|It failed. QuickBooks error message: This account has been made inactive.|missing-mapping
            online:6000|Business Validation Error: Account is inactive|missing-link
            online:2500|Invalid Reference Id : Something you're trying to use has been made inactive.|missing-link
            online:610|Object Not Found : Something you're trying to use has been made inactive.|missing-link
            online:6250|The specified customer 42 doesn't exist, or is inactive.|missing-link
            """)
    void what_is_inactive_is_a_choice_on_desktop_and_a_link_online(String code, String message, String family) {
        Decoded decoded = decode(code, message, Operation.ADD);

        assertThat(decoded.family().word()).isEqualTo(family);
        assertThat(decoded.repairs()).contains(RepairKind.REACTIVATE, RepairKind.SEND_AGAIN);
    }

    /** The whole company is blocked: no button on one record helps, whatever code tells it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            online:6190|Invalid Company Status
            online:6000|Business Validation Error: Your trial or subscription period ended.
            online:7001|message=Subscription for company has lapsed; errorCode=007001; statusCode=400
            """)
    void an_ended_subscription_stops_the_company_and_not_the_record(String code, String message) {
        Decoded decoded = decode(code, message, Operation.ADD);

        assertThat(decoded.family()).isEqualTo(Family.PERMISSION);
        assertThat(decoded.outcome()).isEqualTo(Decision.CONNECTION);
        assertThat(decoded.repairs()).isEmpty();
    }

    @Test
    void an_unknown_code_is_told_in_quickbooks_own_words() {
        Decoded decoded = decode("desktop:4711", "Something new.", Operation.ADD);

        assertThat(decoded.code()).isEqualTo(StatusCode.desktop("4711"));
        assertThat(decoded.family()).isEqualTo(Family.UNKNOWN);
        assertThat(decoded.guide(Map.of()).problem()).contains("Something new.");
        assertThat(decoded.repairs()).containsExactly(RepairKind.SEND_AGAIN, RepairKind.SKIP);
    }

    @Test
    void a_name_that_looks_like_a_placeholder_is_not_filled_again() {
        Decoded decoded = decode("desktop:3175", null, Operation.MOD);

        assertThat(decoded.problem(Map.of("record", "{name} $1 \\1", "name", "wrong")))
                .contains("{name} $1 \\1");
    }

    @Test
    void the_names_that_we_know_win_over_the_words_of_the_message() {
        Decoded decoded = decode(
                "desktop:3140",
                "There is an invalid reference to QuickBooks Customer \"80000001-1\" in the Invoice.",
                Operation.ADD);

        assertThat(decoded.fix(Map.of("reference", "Anna Lee"))).startsWith("Sync “Anna Lee” first");
    }

    private Decoded decode(String code, @Nullable String message, Operation operation) {
        return decoder.decode(StatusCode.parse(code), message, operation);
    }
}
