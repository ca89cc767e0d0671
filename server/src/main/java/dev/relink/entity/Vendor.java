package dev.relink.entity;

import static dev.relink.entity.Definition.entity;
import static dev.relink.entity.Field.address;
import static dev.relink.entity.Field.flag;
import static dev.relink.entity.Field.marker;
import static dev.relink.entity.Field.paragraphs;
import static dev.relink.entity.Field.refers;
import static dev.relink.entity.Field.text;

/** A vendor. Shares one name space with customers, employees and other names. */
public final class Vendor {

    // spotless:off
    public static final EntityType TYPE = entity("vendor", "Vendor").sent(15)
        .desktopList("Vendor").inPages().online("Vendor").fields(
            text("name").required().asName().desktop("Name", 41)        .online("DisplayName", 100),
            flag("active")                  .desktop("IsActive")        .online("Active"),
            text("companyName")             .desktop("CompanyName", 41) .online("CompanyName", 100),
            text("firstName")               .desktop("FirstName", 25)   .online("GivenName", 100),
            text("lastName")                .desktop("LastName", 25)    .online("FamilyName", 100),
            address("billingAddress")       .desktop("VendorAddress")   .online("BillAddr"),
            text("phone")                   .desktop("Phone", 21)       .online("PrimaryPhone/FreeFormNumber", 30),
            text("fax")                     .desktop("Fax", 21)         .online("Fax/FreeFormNumber", 30),
            text("email")                   .desktop("Email", 1023)     .online("PrimaryEmailAddr/Address", 100),
            text("accountNumber")           .desktop("AccountNumber", 99).online("AcctNum", 100),
            paragraphs("notes")             .desktop("Notes", 4095),
            refers("terms", "terms")        .desktop("TermsRef", 31)    .online("TermRef"),
            marker(8))
        .foundBy("name")
        .resembles("email").resembles("phone").resembles("companyName").resembles("accountNumber")
        .build();
    // spotless:on

    private Vendor() {}
}
