package dev.relink.proof;

import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.intake.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The business app: it makes records, changes them, deletes some. What it said last is what must be in the books. */
final class TheApp {

    /** A record as the app has it. @param version counts its changes */
    record Made(RecordKey key, String json, String path, int version, boolean deleted) {

        String tag() {
            return "#" + key.type() + "-" + key.id();
        }

        /** What must stand in the books under {@link #path}. */
        String text() {
            return path.equals("Phone") ? "555-%04d".formatted(version) : tag() + " v" + version;
        }

        String whole() {
            return json.replace("$TEXT", text()).replace("$TAG", tag());
        }

        Made changed() {
            return new Made(key, json, path, version + 1, deleted);
        }

        Made gone() {
            return new Made(key, json, path, version, true);
        }
    }

    private final World world;
    private final List<Made> records = new ArrayList<>();
    private int made;

    TheApp(World world) {
        this.world = world;
    }

    List<Made> records() {
        return List.copyOf(records);
    }

    Made record(RecordKey key) {
        return records.stream()
                .filter(made -> made.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** A handful, or hundreds now and then. */
    void begins() {
        int customers = world.dice.oneIn(40) ? 150 : 1 + world.dice.below(3);
        for (int n = 0; n < customers; n++) {
            customer();
        }
        acts();
        acts();
    }

    /** So many customers, each with an invoice, and one payment. */
    void has(int customers) {
        for (int n = 0; n < customers; n++) {
            customer("");
        }
        living("customer").forEach(customer -> invoice(customer.key().id(), true));
        payment();
    }

    void acts() {
        switch (world.dice.below(9)) {
            case 0, 1 -> customer();
            case 2 -> item();
            case 3, 4 -> invoice();
            case 5 -> payment();
            case 6 -> delete();
            default -> change();
        }
    }

    private void customer() {
        List<Made> customers = living("customer");
        customer(
                customers.isEmpty() || !world.dice.oneIn(4)
                        ? ""
                        : ",\"parent\":\"%s\""
                                .formatted(world.dice.of(customers).key().id()));
    }

    private void customer(String parent) {
        int n = ++made;
        make("customer", n, "Phone", """
                {"name":"Client %d"%s,"accountNumber":"$TAG","phone":"$TEXT"}""".formatted(n, parent));
    }

    private void item() {
        int n = ++made;
        make("item", n, "SalesOrPurchase/Desc", """
                {"name":"Work %d","kind":"service","description":"$TEXT","incomeAccount":{"name":"Sales"}}""".formatted(n));
    }

    private void invoice() {
        invoice(someCustomer(), world.dice.oneIn(3));
    }

    private void invoice(String customer, boolean isWithoutNumber) {
        List<Made> items = living("item");
        int n = ++made;
        String item = items.isEmpty()
                ? "{\"name\":\"Tree care\"}"
                : "\"%s\"".formatted(world.dice.of(items).key().id());
        String number = isWithoutNumber ? "" : ",\"number\":\"%d\"".formatted(10000 + n);
        make("invoice", n, "Memo", """
                {"customer":"%s"%s,"date":"2026-11-20","memo":"$TEXT","lines":[{"id":"a","item":%s,"quantity":"2",\
                "rate":"50","amount":"100"}]}""".formatted(customer, number, item));
    }

    private void payment() {
        int n = ++made;
        make("payment", n, "Memo", """
                {"customer":"%s","date":"2026-11-21","amount":"%d","memo":"$TEXT"}""".formatted(someCustomer(), 10 + n));
    }

    private String someCustomer() {
        if (living("customer").isEmpty()) {
            customer();
        }
        return world.dice.of(living("customer")).key().id();
    }

    private List<Made> living(String type) {
        return records.stream()
                .filter(made -> !made.deleted() && made.key().type().equals(type))
                .toList();
    }

    private void make(String type, int n, String path, String json) {
        var made = new Made(new RecordKey(type, "r" + n), json, path, 1, false);
        if (!(put(made) instanceof Verdict.Refused)) {
            records.add(made);
        }
    }

    private void change() {
        List<Made> living = records.stream().filter(made -> !made.deleted()).toList();
        if (!living.isEmpty()) {
            Made changed = world.dice.of(living).changed();
            replace(changed);
            Verdict taken = put(changed);
            assert !(taken instanceof Verdict.Refused) : taken;
        }
    }

    /** What nothing else belongs to. */
    private void delete() {
        List<Made> free = records.stream()
                .filter(made -> !made.deleted()
                        && (made.key().type().equals("payment")
                                || made.key().type().equals("invoice")))
                .toList();
        if (!free.isEmpty()) {
            Made gone = world.dice.of(free).gone();
            replace(gone);
            world.trace.add("app deletes %s", gone.key());
            world.stage.intake.delete(world.company, type(gone), gone.key().id());
        }
    }

    private Verdict put(Made made) {
        world.trace.add("app sends %s v%d", made.key(), made.version());
        return world.stage.intake.put(
                world.company, type(made), made.key().id(), RecordJson.read(type(made), made.whole()));
    }

    private void replace(Made made) {
        records.replaceAll(old -> old.key().equals(made.key()) ? made : old);
    }

    private static EntityType type(Made made) {
        return EntityTypes.require(made.key().type());
    }
}
