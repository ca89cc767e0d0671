package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.books.Money;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** In which money: fixed when the object is made, and on a document that of its customer. */
final class Currency {
    private Currency() {}

    static void settleName(@Nullable Entity before, ObjectNode after, Session session) {
        String home = session.settings().homeCurrency();
        if (before != null) {
            fill(after, before.ref("CurrencyRef"));
            return;
        }
        String wanted = after.path("CurrencyRef").path("value").asString(home);
        allowed(wanted, session);
        fill(after, wanted);
    }

    static void settleDocument(@Nullable Entity before, ObjectNode after, Session session) {
        String home = session.settings().homeCurrency();
        String ofCustomer = session.books()
                .find(
                        EntityType.CUSTOMER,
                        after.path("CustomerRef").path("value").asString(""))
                .map(customer -> customer.ref("CurrencyRef"))
                .filter(code -> !code.isEmpty())
                .orElse(home);
        String wanted = before != null
                ? before.ref("CurrencyRef")
                : after.path("CurrencyRef").path("value").asString(ofCustomer);
        allowed(wanted, session);
        if (!wanted.equals(ofCustomer)) {
            throw Refusals.business("You can only use one foreign currency per transaction");
        }
        fill(after, wanted);
        rate(after, wanted.equals(home), session);
    }

    private static void rate(ObjectNode after, boolean home, Session session) {
        if (!session.settings().multiCurrency()) {
            after.remove("ExchangeRate");
        } else if (home || Money.of(after.path("ExchangeRate")).signum() == 0) {
            after.put("ExchangeRate", BigDecimal.ONE);
        }
    }

    /** The amounts in the company's own money, when it has several. */
    static void home(ObjectNode after, Session session) {
        if (session.settings().multiCurrency()) {
            BigDecimal rate = Money.of(after.path("ExchangeRate"));
            after.put(
                    "HomeTotalAmt", Money.cents(Money.of(after.path("TotalAmt")).multiply(rate)));
            if (after.has("Balance")) {
                after.put(
                        "HomeBalance",
                        Money.cents(Money.of(after.path("Balance")).multiply(rate)));
            }
        }
    }

    private static void allowed(String code, Session session) {
        boolean foreign = !code.equals(session.settings().homeCurrency());
        if (foreign && (!session.settings().multiCurrency() || name(code).isEmpty())) {
            throw new Refusal(Code.INVALID_CURRENCY, "Invalid Currency Type : " + code, "CurrencyRef");
        }
    }

    static void fill(ObjectNode after, String code) {
        after.set("CurrencyRef", Json.ref(code, name(code)));
    }

    private static String name(String code) {
        try {
            String name = java.util.Currency.getInstance(code).getDisplayName(Locale.ENGLISH);
            return code.equals("USD") ? "United States Dollar" : name;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
