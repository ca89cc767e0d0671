package dev.relink.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relink.platform.Ids;
import dev.relink.platform.Secrets;
import dev.relink.platform.TestDatabase;
import dev.relink.platform.xml.XmlFactory;
import java.io.StringReader;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompaniesTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Companies companies = new Companies(
            database.jdbc(),
            database.transactions(),
            new Secrets(new byte[Secrets.KEY_BYTES]),
            new RandomIds(),
            Clock.systemUTC());

    @AfterEach
    void close() {
        database.close();
    }

    private Companies.Created create(String name) {
        return companies.create(new NewCompany(null, name, QuickBooks.DESKTOP, ""));
    }

    @Test
    void a_desktop_company_comes_with_lease_connection_and_account() {
        var created = companies.create(
                new NewCompany(new CompanyId("acme"), " Acme ", QuickBooks.DESKTOP, "C:\\Books\\Acme.QBW"));
        assertThat(created.company().name()).isEqualTo("Acme");
        assertThat(created.company().companyFile()).isEqualTo("C:\\Books\\Acme.QBW");
        assertThat(Objects.requireNonNull(created.webConnector()).username()).isEqualTo("acme");
        assertThat(created.toString()).doesNotContain(created.webConnector().password());
        for (String table : new String[] {"lease", "connection", "web_connector_account"}) {
            assertThat(count("select count(*) from " + table + " where company_id = 'acme'"))
                    .isEqualTo(1);
        }
        assertThat(companies.find(new CompanyId("acme"))).contains(created.company());
    }

    @Test
    void an_online_company_has_no_web_connector() {
        var created = companies.create(new NewCompany(null, "Birch", QuickBooks.ONLINE, ""));
        assertThat(created.webConnector()).isNull();
        assertThat(count("select count(*) from web_connector_account")).isZero();
        assertThat(companies.renewPassword(created.company().id())).isEmpty();
        assertThat(companies.qwcFile(created.company().id(), "https://x.example"))
                .isEmpty();
    }

    @Test
    void an_id_is_made_from_the_name() {
        assertThat(create("Müller & Söhne GmbH").company().id()).hasToString("muller-sohne-gmbh");
        assertThat(create("Muller Sohne, GmbH").company().id()).hasToString("muller-sohne-gmbh-2");
        assertThat(create("日本").company().id()).hasToString("company");
        assertThat(create("x".repeat(100)).company().id().value()).hasSize(32);
    }

    @Test
    void a_taken_id_is_refused_and_nothing_is_left_behind() {
        create("acme");
        var again = new NewCompany(new CompanyId("acme"), "Other", QuickBooks.DESKTOP, "");
        assertThatThrownBy(() -> companies.create(again)).isInstanceOf(CompanyExists.class);
        assertThat(companies.list()).extracting(Company::name).containsExactly("acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "nvu", "busy", "Acme.qbw", "/home/acme.qbw", "C:\\Acme", "C:\\a\nb.qbw", "C:\\<.qbw"})
    void what_is_no_full_path_is_no_company_file(String path) {
        assertThatThrownBy(() -> new NewCompany(null, "Acme", QuickBooks.DESKTOP, path))
                .isInstanceOfSatisfying(
                        CompanyRefused.class,
                        refused -> assertThat(refused.pointer()).isEqualTo("/companyFile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb"})
    void a_name_is_needed(String name) {
        assertThatThrownBy(() -> new NewCompany(null, name, QuickBooks.DESKTOP, ""))
                .isInstanceOf(CompanyRefused.class);
    }

    @Test
    void passwords_are_kept_as_hashes_and_change_when_renewed() {
        var first = Objects.requireNonNull(create("acme").webConnector());
        var second = companies.renewPassword(new CompanyId("acme")).orElseThrow();
        assertThat(second.password()).isNotEqualTo(first.password()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(database.jdbc()
                        .sql("select encode(password_hash, 'escape') from web_connector_account")
                        .query(String.class)
                        .single())
                .doesNotContain(second.password());
    }

    @Test
    void the_qwc_file_says_what_the_web_connector_must_know_and_no_password() throws Exception {
        var signIn = Objects.requireNonNull(create("Acme <Tree> Care & Söhne").webConnector());
        var file = companies
                .qwcFile(new CompanyId(signIn.username()), "https://books.example.com/")
                .orElseThrow();
        String xml = file.xml();
        assertThat(text(xml, "AppName")).isEqualTo("Relink - Acme <Tree> Care & Söhne");
        assertThat(text(xml, "AppURL")).isEqualTo("https://books.example.com/qbwc");
        assertThat(text(xml, "AppSupport")).startsWith("https://books.example.com/");
        assertThat(text(xml, "AppDescription")).hasSizeLessThanOrEqualTo(80);
        assertThat(text(xml, "UserName")).isEqualTo(signIn.username());
        assertThat(text(xml, "QBType")).isEqualTo("QBFS");
        assertThat(text(xml, "Style")).isEqualTo("Document");
        assertThat(text(xml, "IsReadOnly")).isEqualTo("false");
        assertThat(text(xml, "RunEveryNMinutes")).isEqualTo("15");
        assertThat(text(xml, "OwnerID")).matches("\\{[0-9A-F-]{36}}").isNotEqualTo(text(xml, "FileID"));
        assertThat(xml)
                .doesNotContain(signIn.password())
                .doesNotContain("Password")
                .isASCII();
        assertThat(file.fileName()).isEqualTo(signIn.username() + ".qwc");
        assertThat(file.warnings()).isEmpty();
    }

    /** QBWC Programmer's Guide, chapter 4. */
    @Test
    void the_qwc_file_has_exactly_these_elements_each_within_its_rule() throws Exception {
        var signIn = Objects.requireNonNull(create("Acme").webConnector());
        String xml = companies
                .qwcFile(new CompanyId(signIn.username()), "https://books.example.com")
                .orElseThrow()
                .xml();
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("AppName", "Relink - Acme");
        rules.put("AppID", "");
        rules.put("AppURL", "https://books\\.example\\.com/qbwc");
        rules.put("AppDescription", ".{1,80}");
        rules.put("AppSupport", "https://books\\.example\\.com/.*");
        rules.put("UserName", signIn.username());
        rules.put("OwnerID", "\\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}}");
        rules.put("FileID", "\\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}}");
        rules.put("QBType", "QBFS");
        rules.put("PersonalDataPref", "pdpNotNeeded|pdpOptional|pdpRequired");
        rules.put("UnattendedModePref", "umpRequired|umpOptional");
        rules.put("AuthFlags", "0x[0-9A-F]+");
        rules.put("Notify", "false");
        rules.put("IsReadOnly", "false");
        rules.put("Style", "Document");
        rules.put("RunEveryNMinutes", "[1-9][0-9]*");
        for (var rule : rules.entrySet()) {
            assertThat(text(xml, rule.getKey())).as(rule.getKey()).matches(rule.getValue());
        }
        assertThat(Pattern.compile("<(\\w+)>").matcher(xml).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(rules.keySet().stream(), Stream.of("QBWCXML", "Scheduler"))
                                .toList());
        var other = Objects.requireNonNull(create("Birch").webConnector());
        String others = companies
                .qwcFile(new CompanyId(other.username()), "https://books.example.com")
                .orElseThrow()
                .xml();
        assertThat(text(others, "FileID")).as("one per company: QBWC1039").isNotEqualTo(text(xml, "FileID"));
    }

    @Test
    void addresses_that_the_web_connector_refuses_are_told_beforehand() {
        create("acme");
        assertThat(warnings("http://192.168.1.5:8080")).contains("QBWC1001").contains("QBWC1010");
        assertThat(warnings("http://books.example.com")).contains("QBWC1010");
        assertThat(warnings("http://localhost:8080")).isEmpty();
    }

    private String warnings(String publicUrl) {
        return String.join(
                " ",
                companies
                        .qwcFile(new CompanyId("acme"), publicUrl)
                        .orElseThrow()
                        .warnings());
    }

    private static String text(String xml, String element) throws XMLStreamException {
        XMLStreamReader reader = XmlFactory.read(new StringReader(xml));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals(element)) {
                return reader.getElementText();
            }
        }
        throw new AssertionError("no " + element);
    }

    private int count(String sql) {
        return database.jdbc().sql(sql).query(Integer.class).single();
    }

    private static final class RandomIds implements Ids {
        @Override
        public String token() {
            return UUID.randomUUID().toString().replace("-", "");
        }

        @Override
        public String messageSetId() {
            return token().substring(0, 20);
        }
    }
}
