package dev.relink.quickbooks.desktop.qbxml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Form;
import dev.relink.entity.Form.Slot;
import dev.relink.entity.Kind;
import dev.relink.entity.Place.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A misspelt element, a wrong order or a wrong limit in a definition is named here, not by QuickBooks' 0x80040400. */
class DefinitionsAgreeWithTheSchemaTest {

    record Case(EntityType type, Form form) {
        @Override
        public String toString() {
            return type + " as " + form.element();
        }
    }

    static Stream<Case> sent() {
        return all().filter(it -> it.type().isSendable());
    }

    static Stream<Case> all() {
        return EntityTypes.all().stream().flatMap(type -> type.forms().stream().map(form -> new Case(type, form)));
    }

    @ParameterizedTest
    @MethodSource("sent")
    void an_add_has_every_element_in_order(Case it) {
        check(it.form(), Verb.ADD);
    }

    @ParameterizedTest
    @MethodSource("sent")
    void a_mod_has_every_element_in_order(Case it) {
        check(it.form(), Verb.MOD);
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_answer_has_every_element(Case it) {
        var facts = Facts.ANSWERS.of(it.form().element() + "Ret");
        assertThat(facts).as("facts of " + it).isNotEmpty();
        checkAnswer("", it.form().slots(), facts);
        assertThat(facts).containsKeys(it.type().isList() ? "ListID" : "TxnID", "EditSequence", "TimeModified");
    }

    private static void check(Form form, Verb verb) {
        var object = form.element() + verb.suffix();
        var facts = Facts.REQUESTS.of(object + "Rq");
        assertThat(facts).as("facts of " + object).isNotEmpty();
        check(object, form.slots(), verb, facts);
    }

    private static void check(String parent, List<Slot> slots, Verb verb, java.util.Map<String, Facts.Fact> facts) {
        var order = new ArrayList<Integer>();
        for (var slot : slots) {
            var use = slot.place().use();
            if (use == Use.READ_ONLY || use == Use.ADD_ONLY && verb == Verb.MOD) {
                continue;
            }
            var path = parent + "/" + path(slot, verb);
            assertThat(facts).as(slot.field().name()).containsKey(path);
            var fact = Objects.requireNonNull(facts.get(path));
            order.add(fact.seq());
            agree(slot, fact, facts);
            if (slot.field().kind() instanceof Kind.Lines lines) {
                check(path, Form.slots(lines.columns()), verb, facts);
            }
        }
        assertThat(order).as("wire order in " + parent).isSorted().doesNotHaveDuplicates();
    }

    private static void checkAnswer(String parent, List<Slot> slots, java.util.Map<String, Facts.Fact> facts) {
        for (var slot : slots) {
            var path = parent + slot.place().path().replace("*", "");
            if (slot.place().readAs() != null) {
                path = path.substring(0, path.lastIndexOf('/') + 1)
                        + slot.place().readAs();
            }
            if (slot.field().kind() instanceof Kind.Lines lines) {
                assertThat(facts).containsKey(path + "Ret");
                checkAnswer(path + "Ret/", Form.slots(lines.columns()), facts);
            } else {
                assertThat(facts).as(slot.field().name()).containsKey(path);
                agree(slot, Objects.requireNonNull(facts.get(path)), facts);
            }
        }
    }

    private static String path(Slot slot, Verb verb) {
        var path = slot.place().path();
        int star = path.indexOf('*');
        var whole = star < 0 ? path : verb.element(path.substring(0, star + 1)) + path.substring(star + 1);
        return slot.field().kind() instanceof Kind.Lines ? whole + verb.suffix() : whole;
    }

    private static void agree(Slot slot, Facts.Fact fact, java.util.Map<String, Facts.Fact> facts) {
        assertThat(fact.since() < 8 ? 0 : fact.since())
                .as("since of " + fact.path())
                .isIn(slot.place().since(), 0);
        switch (slot.field().kind()) {
            case Kind.Text _ -> {
                assertThat(fact.type()).as(fact.path()).isIn("STRTYPE", "ENUMTYPE");
                assertThat(slot.place().limit()).as("limit of " + fact.path()).isEqualTo(fact.max());
            }
            case Kind.OneOf _ -> assertThat(fact.type()).isEqualTo("ENUMTYPE");
            case Kind.Flag _ -> assertThat(fact.type()).isEqualTo("BOOLTYPE");
            case Kind.Day _ -> assertThat(fact.type()).isEqualTo("DATETYPE");
            case Kind.Decimal decimal -> assertThat(fact.type()).as(fact.path()).isIn(types(decimal));
            case Kind.Marker _ -> assertThat(fact.type()).isEqualTo("GUIDTYPE");
            case Kind.PostalAddress _ ->
                assertThat(facts).containsKeys(fact.path() + "/Addr5", fact.path() + "/Country");
            case Kind.Lines _ -> assertThat(fact.repeats()).isTrue();
            case Kind.Refers _ -> {
                if (fact.path().endsWith("Ref")) {
                    var name = Objects.requireNonNull(facts.get(fact.path() + "/FullName"));
                    assertThat(slot.place().limit())
                            .as("limit of " + fact.path())
                            .isEqualTo(name.max());
                } else {
                    assertThat(fact.type()).isEqualTo("IDTYPE");
                }
            }
        }
    }

    private static List<String> types(Kind.Decimal decimal) {
        return decimal.money()
                ? List.of("AMTTYPE")
                : List.of("PRICETYPE", "QUANTYPE", "FLOATTYPE", "PERCENTTYPE", "INTTYPE");
    }
}
