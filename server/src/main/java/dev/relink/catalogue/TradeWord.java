package dev.relink.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words in guides that a bookkeeper need not know, with what they mean. Where one stands, its meaning stands beside it. */
public enum TradeWord {
    MAPPING("mapping", "which account, item, class or tax code of QuickBooks stands for which of the app"),
    MARKER("marker", "a note that Relink leaves in a record that it made in QuickBooks, so that it knows it again"),
    MESSAGE_SET("message set", "a bundle of records that go to QuickBooks together"),
    VISIT("visit", "one call of the Web Connector: it brings QuickBooks’ answers and takes along what waits"),
    CYCLE("cycle", "one round of Relink: it sends what waits and reads what changed"),
    IN_DOUBT("in doubt", "sent, but the answer was lost: QuickBooks is asked before anything is sent again"),
    TWIN("twin", "a record in QuickBooks that is likely the same one"),
    PARENT("parent", "the record to which another belongs, such as the customer of an invoice"),
    MERGED("merged", "made one with another entry in QuickBooks; only one of the two IDs lives on"),
    INACTIVE("inactive", "switched off in QuickBooks: kept, but no longer offered in its lists"),
    COMPANY_FILE("company file", "the file in which QuickBooks Desktop keeps the books of one company"),
    SINGLE_USER("single-user mode", "only one person has the company file open"),
    CLOSING_DATE("closing date", "the day up to which the books may not be changed any more"),
    RECONCILED("reconciled", "ticked off against the bank statement"),
    QWC("QWC file", "the small file that tells the Web Connector where Relink is"),
    BINDING("binding", "what ties a record of the app to its counterpart in QuickBooks"),
    EDIT_SEQUENCE("edit sequence", "a number in each record of QuickBooks that moves with every change"),
    SYNC_TOKEN("SyncToken", "a number in each record of QuickBooks Online that moves with every change"),
    LIST_ID("List ID", "the ID that QuickBooks Desktop gives a customer, vendor, item or account"),
    PROXY("proxy", "a program of your network through which calls to the internet go"),
    TLS("TLS", "the encryption of calls over the internet"),
    OAUTH("OAuth", "how QuickBooks Online lets a program in without knowing your password"),
    SCOPE("scope", "what a program may do once it is let in"),
    SANDBOX("sandbox", "a practice company at QuickBooks"),
    XML("XML", "the form in which programs write to QuickBooks Desktop"),
    JSON("JSON", "the form in which programs write to QuickBooks Online"),
    TOKEN("token", "the key with which a program shows that it was let in"),
    REQUEST_NUMBER("request number", "by which QuickBooks knows a request that comes a second time"),
    GUID("GUID", "a long number that programs give out, the same nowhere else"),
    API("API", "the door through which programs talk to each other"),
    REGISTRY("registry", "where Windows keeps the settings of programs");

    private final String word;
    private final String meaning;
    private final Pattern pattern;

    TradeWord(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
        this.pattern = Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + word.replace(" ", "[ -]?") + "(?:s|es)?(?![\\p{L}\\p{N}])",
                word.equals(word.toLowerCase(Locale.ROOT)) ? Pattern.CASE_INSENSITIVE : 0);
    }

    public String word() {
        return word;
    }

    /** In one phrase, without a full stop. */
    public String meaning() {
        return meaning;
    }

    public boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /** Those that stand in a text, in the order of this list. */
    public static List<TradeWord> in(String text) {
        return Arrays.stream(values()).filter(word -> word.isIn(text)).toList();
    }
}
