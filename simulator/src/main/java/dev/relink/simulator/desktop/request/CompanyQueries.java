package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Company;
import dev.relink.simulator.desktop.books.Edition;
import dev.relink.simulator.desktop.books.Feature;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** HostQuery, CompanyQuery and PreferencesQuery. */
final class CompanyQueries {
    private CompanyQueries() {}

    static void host(Call call, Element response) {
        Edition edition = call.switches().edition;
        Element host = new Element("HostRet")
                .add("ProductName", edition.productName())
                .add("MajorVersion", Integer.toString(edition.majorVersion()))
                .add("MinorVersion", "0")
                .add("Country", "US");
        edition.versions().forEach(version -> host.add("SupportedQBXMLVersion", version.toString()));
        host.add("IsAutomaticLogin", "false").add("QBFileMode", "SingleUser");
        response.add(host);
    }

    static void company(Call call, Element response) {
        Company books = call.books().company();
        Element company = new Element("CompanyRet")
                .add("IsSampleCompany", "false")
                .add("CompanyName", books.name())
                .add("LegalCompanyName", books.name())
                .add(new Element("Address").add("Country", "US"))
                .add(new Element("LegalAddress").add("Country", "US"))
                .add("FirstMonthFiscalYear", "January")
                .add("FirstMonthIncomeTaxYear", "January")
                .add("CompanyType", "Other")
                .add("TaxForm", "OtherOrNone")
                .add(new Element("AccountantCopy").add("AccountantCopyExists", "false"));
        Set<String> owners = call.request()
                .all("OwnerID")
                .map(owner -> owner.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        books.privateFields().stream()
                .filter(field -> owners.contains(field.ownerId().toLowerCase(Locale.ROOT)))
                .forEach(field -> company.add(Ret.print(field)));
        response.add(company);
    }

    static void preferences(Call call, Element response) {
        Company company = call.books().company();
        response.add(new Element("PreferencesRet")
                .add(accounting(company))
                .add(new Element("JobsAndEstimatesPreferences")
                        .add("IsUsingEstimates", on(company, Feature.ESTIMATES))
                        .add("IsUsingProgressInvoicing", "false")
                        .add("IsPrintingItemsWithZeroAmounts", "false"))
                .add(new Element("MultiCurrencyPreferences")
                        .add("IsMultiCurrencyOn", on(company, Feature.MULTI_CURRENCY)))
                .add(new Element("MultiLocationInventoryPreferences")
                        .add("IsMultiLocationInventoryAvailable", on(company, Feature.INVENTORY_SITES))
                        .add("IsMultiLocationInventoryEnabled", on(company, Feature.INVENTORY_SITES)))
                .add(new Element("PurchasesAndVendorsPreferences")
                        .add("IsUsingInventory", on(company, Feature.INVENTORY))
                        .add("DaysBillsAreDue", "10")
                        .add("IsAutomaticallyUsingDiscounts", "false"))
                .add(new Element("SalesAndCustomersPreferences")
                        .add("IsTrackingReimbursedExpensesAsIncome", "false")
                        .add("IsAutoApplyingPayments", "true")
                        .add(new Element("PriceLevels")
                                .add("IsUsingPriceLevels", on(company, Feature.PRICE_LEVELS))
                                .add("IsRoundingSalesPriceUp", "true")))
                .add(new Element("TimeTrackingPreferences").add("FirstDayOfWeek", "Monday"))
                .add(new Element("CurrentAppAccessRights")
                        .add("IsAutomaticLoginAllowed", "false")
                        .add("IsPersonalDataAccessAllowed", "false")));
    }

    private static Element accounting(Company company) {
        Element accounting = new Element("AccountingPreferences")
                .add("IsUsingAccountNumbers", on(company, Feature.ACCOUNT_NUMBERS))
                .add("IsRequiringAccounts", "true")
                .add("IsUsingClassTracking", on(company, Feature.CLASS_TRACKING))
                .add("IsUsingAuditTrail", "true")
                .add("IsAssigningJournalEntryNumbers", "true");
        return company.closingDate() == null
                ? accounting
                : accounting.add("ClosingDate", company.closingDate().toString());
    }

    private static String on(Company company, Feature feature) {
        return Boolean.toString(company.features().contains(feature));
    }
}
