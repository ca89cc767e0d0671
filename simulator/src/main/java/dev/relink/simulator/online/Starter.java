package dev.relink.simulator.online;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.request.Session;
import dev.relink.simulator.online.request.Writes;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What QuickBooks Online puts into every new company. */
final class Starter {
    private final Session session;
    private final Profile profile;

    Starter(Session session, Profile profile) {
        this.session = session;
        this.profile = profile;
    }

    void fill() {
        company();
        preferences();
        account("Checking", "Bank", "Checking");
        account("Accounts Receivable (A/R)", "Accounts Receivable", "AccountsReceivable");
        account("Undeposited Funds", "Other Current Asset", "UndepositedFunds");
        account("Sales Tax Payable", "Other Current Liability", "GlobalTaxPayable");
        Entity sales = account("Sales", "Income", "SalesOfProductIncome");
        account("Services", "Income", "ServiceFeeIncome");
        term("Due on receipt", 0);
        term("Net 15", 15);
        term("Net 30", 30);
        List.of("Cash", "Check", "Credit Card").forEach(name -> named(EntityType.PAYMENT_METHOD, name));
        taxes();
        services(sales);
    }

    private Entity save(EntityType type, ObjectNode body) {
        return new Writes(session).save(type, body);
    }

    private Entity direct(EntityType type, ObjectNode body) {
        return session.books().add(type, body, session.now(), session.user(), true);
    }

    private void company() {
        ObjectNode company = Json.object()
                .put("CompanyName", profile.name())
                .put("LegalName", profile.name())
                .put("CompanyStartDate", session.now().toString().substring(0, 10))
                .put("FiscalYearStartMonth", "January")
                .put("Country", profile.country())
                .put("SupportedLanguages", "en");
        company.putArray("NameValue")
                .add(Json.object().put("Name", "SubscriptionStatus").put("Value", "PAID"))
                .add(Json.object().put("Name", "OfferingSku").put("Value", "QuickBooks Online Plus"));
        direct(EntityType.COMPANY_INFO, company);
    }

    private void preferences() {
        ObjectNode all = Json.object();
        all.putObject("AccountingInfoPrefs")
                .put("FirstMonthOfFiscalYear", "January")
                .put("UseAccountNumbers", false)
                .put("TaxYearMonth", "January")
                .put("ClassTrackingPerTxn", false)
                .put("ClassTrackingPerTxnLine", true)
                .put("TrackDepartments", false)
                .put("CustomerTerminology", "Customers");
        all.putObject("ProductAndServicesPrefs")
                .put("ForSales", true)
                .put("ForPurchase", true)
                .put("QuantityWithPriceAndRate", true)
                .put("QuantityOnHand", false);
        all.putObject("SalesFormsPrefs")
                .put("AllowDeposit", false)
                .put("AllowDiscount", true)
                .put("AllowEstimates", true)
                .put("AllowServiceDate", false)
                .put("AllowShipping", false)
                .put("CustomTxnNumbers", false);
        all.putObject("VendorAndPurchasesPrefs").put("TrackingByCustomer", false);
        all.putObject("TimeTrackingPrefs").put("WorkWeekStartDate", "Monday");
        all.putObject("TaxPrefs").put("UsingSalesTax", true);
        all.putObject("CurrencyPrefs")
                .put("MultiCurrencyEnabled", false)
                .set("HomeCurrency", Json.ref(profile.currency()));
        all.putObject("ReportPrefs").put("ReportBasis", "Accrual").put("CalcAgingReportFromTxnDate", false);
        all.putObject("OtherPrefs").putArray("NameValue");
        direct(EntityType.PREFERENCES, all);
    }

    private Entity account(String name, String type, String subType) {
        return save(
                EntityType.ACCOUNT,
                Json.object().put("Name", name).put("AccountType", type).put("AccountSubType", subType));
    }

    private void term(String name, int days) {
        save(EntityType.TERM, Json.object().put("Name", name).put("DueDays", days));
    }

    private void named(EntityType type, String name) {
        save(type, Json.object().put("Name", name));
    }

    /** The second code is the company's own: see the rules of tax. */
    private void taxes() {
        boolean american = profile.country().equals("US");
        taxCode(american ? "Exempt" : "Zero-rated", "0");
        taxCode(american ? "Ohio" : "GST", american ? "7.25" : "5");
    }

    private void taxCode(String name, String percent) {
        ObjectNode rate = Json.object()
                .put("Name", name)
                .put("RateValue", new BigDecimal(percent))
                .put("Active", true);
        Entity made = save(EntityType.TAX_RATE, rate);
        ObjectNode code = Json.object()
                .put("Name", name)
                .put("Description", name)
                .put("Taxable", true)
                .put("TaxGroup", true);
        ObjectNode one =
                code.putObject("SalesTaxRateList").putArray("TaxRateDetail").addObject();
        one.set("TaxRateRef", Json.ref(made.id()));
        one.put("TaxTypeApplicable", "TaxOnAmount").put("TaxOrder", 0);
        save(EntityType.TAX_CODE, code);
    }

    private void services(Entity income) {
        ObjectNode item = Json.object().put("Name", "Services").put("Type", "Service");
        item.set("IncomeAccountRef", Json.ref(income.id()));
        save(EntityType.ITEM, item);
    }
}
