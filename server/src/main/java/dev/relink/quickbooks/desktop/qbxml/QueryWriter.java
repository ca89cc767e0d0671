package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.Request;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Form;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes questions: children in the schema's order, inactive records and lines always included. */
final class QueryWriter {

    /** DATETIMETYPE takes no fractions and no {@code Z}. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final AsciiXml out;
    private final String id;

    QueryWriter(AsciiXml out, String id) {
        this.out = out;
        this.id = id;
    }

    void write(Request.Read read) {
        switch (read) {
            case Request.ById byId ->
                byKey(byId.type(), byId.type().isList() ? "ListID" : "TxnID", byId.quickbooksId());
            case Request.ByName byName -> byKey(byName.type(), "FullName", byName.fullName());
            case Request.ByAnyName any -> query("Entity", "", () -> out.leaf("FullName", any.fullName()));
            case Request.ByNumber byNumber -> byKey(byNumber.type(), "RefNumber", byNumber.number());
            case Request.ByParty byParty -> byParty(byParty);
            case Request.ChangedSince changed -> changed(changed);
            case Request.DeletedSince deleted -> deleted(deleted);
            case Request.WholeList whole -> wholeList(whole.list());
            case Request.WhoseBooks whose -> whoseBooks(whose);
        }
    }

    private void byKey(EntityType type, String key, String value) {
        query(type.query(), "", () -> {
            out.leaf(key, value);
            withLines(type);
        });
    }

    private void byParty(Request.ByParty byParty) {
        query(byParty.type().query(), "", () -> {
            out.raw("<TxnDateRangeFilter>");
            out.leaf("FromTxnDate", byParty.from().toString());
            out.leaf("ToTxnDate", byParty.to().toString());
            out.raw("</TxnDateRangeFilter><EntityFilter>")
                    .leaf("ListID", byParty.partyId())
                    .raw("</EntityFilter>");
            withLines(byParty.type());
        });
    }

    private void changed(Request.ChangedSince changed) {
        var type = changed.type();
        boolean paged = type.hasIterator() && changed.pageSize() > 0;
        query(type.query(), paged ? iterator(changed.iterator()) : "", () -> {
            if (paged) {
                out.leaf("MaxReturned", Integer.toString(changed.pageSize()));
            }
            if (type.isList()) {
                out.leaf("ActiveStatus", "All");
                since("FromModifiedDate", changed.since());
            } else if (changed.since() != null) {
                out.raw("<ModifiedDateRangeFilter>");
                since("FromModifiedDate", changed.since());
                out.raw("</ModifiedDateRangeFilter>");
            }
            withLines(type);
        });
    }

    private static String iterator(@Nullable String id) {
        return id == null ? " iterator=\"Start\"" : " iterator=\"Continue\" iteratorID=\"" + id + "\"";
    }

    private void deleted(Request.DeletedSince deleted) {
        var typeElement = deleted.transactions() ? "TxnDelType" : "ListDelType";
        query(deleted.transactions() ? "TxnDeleted" : "ListDeleted", "", () -> {
            deleted.types().stream()
                    .filter(type -> type.isTransaction() == deleted.transactions())
                    .flatMap(type -> type.forms().stream())
                    .map(Form::element)
                    .distinct()
                    .forEach(element -> out.leaf(typeElement, element));
            if (deleted.since() != null) {
                out.raw("<DeletedDateRangeFilter>");
                since("FromDeletedDate", deleted.since());
                out.raw("</DeletedDateRangeFilter>");
            }
        });
    }

    private void wholeList(String list) {
        var type = EntityTypes.require(list);
        query(type.query(), "", () -> out.leaf("ActiveStatus", "All"));
    }

    private void whoseBooks(Request.WhoseBooks whose) {
        new QueryWriter(out, id + "h").query("Host", "", () -> {});
        new QueryWriter(out, id + "c").query("Company", "", () -> out.leaf("OwnerID", whose.ownerId()));
        new QueryWriter(out, id + "p").query("Preferences", "", () -> {});
    }

    private void query(String stem, String attributes, Runnable children) {
        out.raw("<" + stem + "QueryRq")
                .attribute("requestID", id)
                .raw(attributes)
                .raw(">");
        children.run();
        out.raw("</" + stem + "QueryRq>\n");
    }

    private void withLines(EntityType type) {
        if (type.isTransaction()) {
            out.leaf("IncludeLineItems", "true");
        }
    }

    private void since(String element, @Nullable Instant since) {
        if (since != null) {
            out.leaf(element, TIME.format(since.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
        }
    }
}
