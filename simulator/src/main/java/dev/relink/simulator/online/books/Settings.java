package dev.relink.simulator.online.books;

import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a realm's Preferences and CompanyInfo say. */
public record Settings(Books books) {
    private JsonNode group(String name) {
        return books.one(EntityType.PREFERENCES).fields().path(name);
    }

    /** Numbers of documents are given by the user, not counted up. */
    public boolean customTxnNumbers() {
        return group("SalesFormsPrefs").path("CustomTxnNumbers").asBoolean(false);
    }

    /** Up to and including this day the books are closed. */
    public Optional<LocalDate> bookCloseDate() {
        String date = group("AccountingInfoPrefs").path("BookCloseDate").asString("");
        return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
    }

    public boolean multiCurrency() {
        return group("CurrencyPrefs").path("MultiCurrencyEnabled").asBoolean(false);
    }

    /** {@code "USD"}. */
    public String homeCurrency() {
        return group("CurrencyPrefs").path("HomeCurrency").path("value").asString("USD");
    }

    /** A company in the United States: tax is TAX or NON per line. */
    public boolean american() {
        return books.one(EntityType.COMPANY_INFO).text("Country").equals("US");
    }
}
