package dev.relink.entity;

import static dev.relink.entity.Definition.entity;
import static dev.relink.entity.Field.address;
import static dev.relink.entity.Field.flag;
import static dev.relink.entity.Field.marker;
import static dev.relink.entity.Field.paragraphs;
import static dev.relink.entity.Field.refers;
import static dev.relink.entity.Field.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A customer; with a parent, a job (Desktop) or sub-customer (Online). */
public final class Customer {

    // spotless:off
    public static final EntityType TYPE = entity("customer", "Customer").sent(10)
        .desktopList("Customer").inPages().online("Customer").fields(
            text("name").required().asName().desktop("Name", 41)             .online("DisplayName", 100),
            flag("active")                  .desktop("IsActive")             .online("Active"),
            refers("parent", "customer")    .desktop("ParentRef")            .online("ParentRef").onlineAlso("Job", true),
            text("companyName")             .desktop("CompanyName", 41)      .online("CompanyName", 100),
            text("salutation")              .desktop("Salutation", 15)       .online("Title", 16),
            text("firstName")               .desktop("FirstName", 25)        .online("GivenName", 100),
            text("middleName")              .desktop("MiddleName", 5)        .online("MiddleName", 100),
            text("lastName")                .desktop("LastName", 25)         .online("FamilyName", 100),
            address("billingAddress")       .desktop("BillAddress")          .online("BillAddr"),
            address("shippingAddress")      .desktop("ShipAddress")          .online("ShipAddr"),
            text("phone")                   .desktop("Phone", 21)            .online("PrimaryPhone/FreeFormNumber", 30),
            text("mobile")                  .desktop("AltPhone", 21)         .online("Mobile/FreeFormNumber", 30),
            text("fax")                     .desktop("Fax", 21)              .online("Fax/FreeFormNumber", 30),
            text("email")                   .desktop("Email", 1023)          .online("PrimaryEmailAddr/Address", 100),
            refers("customerType", "customer-type").desktop("CustomerTypeRef", 159).online("CustomerTypeRef"),
            refers("terms", "terms")        .desktop("TermsRef", 31)         .online("SalesTermRef"),
            refers("salesTaxCode", "sales-tax-code").desktop("SalesTaxCodeRef", 3).online("DefaultTaxCodeRef"),
            refers("salesTaxItem", "sales-tax-item").desktop("ItemSalesTaxRef", 31),
            text("accountNumber")           .desktop("AccountNumber", 99),
            paragraphs("notes")             .desktop("Notes", 4095)          .online("Notes", 2000),
            marker(8),
            refers("currency", "currency")  .desktop("CurrencyRef", 64).since(8).online("CurrencyRef"))
        .foundBy("parent", "name")
        .resembles("email").resembles("phone").resembles("companyName").resembles("accountNumber")
        .summary(Customer::summary)
        .build();
    // spotless:on

    private Customer() {}

    /** The number by which the business knows the client, or else where it is: what tells two of one name apart. */
    private static String summary(Values values) {
        String number = values.text("accountNumber");
        if (number != null) {
            return "Client " + number;
        }
        if (values.get("parent") != null) {
            return "Job";
        }
        String company = values.text("companyName");
        return company != null && !company.equals(values.text("name")) ? company : town(values);
    }

    private static String town(Values values) {
        return values.get("billingAddress") instanceof Value.Address address
                ? Stream.of(address.city(), address.state())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(", "))
                : "";
    }
}
