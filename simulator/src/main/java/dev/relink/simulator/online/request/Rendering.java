package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Deleted;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects as answers show them: with Id, SyncToken and times, and the names behind references. */
public final class Rendering {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter MILLISECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
    /** Recorded answers show these without a name. */
    private static final Set<String> NAMELESS =
            Set.of("TaxCodeRef", "TxnTaxCodeRef", "DefaultTaxCodeRef", "TaxRateRef", "PaymentMethodRef");

    private final Session session;

    public Rendering(Session session) {
        this.session = session;
    }

    public ObjectNode of(Entity entity) {
        ObjectNode shown = entity.fields().deepCopy();
        name(shown, entity.type());
        shown.put("domain", "QBO").put("sparse", false);
        shown.put("Id", entity.id()).put("SyncToken", String.valueOf(entity.syncToken()));
        shown.putObject("MetaData")
                .put("CreateTime", second(entity.created()))
                .put("LastUpdatedTime", second(entity.updated()));
        return shown;
    }

    /** What an answer says of something that is gone. */
    public static ObjectNode deleted(Entity entity) {
        return Json.object().put("domain", "QBO").put("status", "Deleted").put("Id", entity.id());
    }

    public ObjectNode deleted(Deleted gone) {
        ObjectNode shown =
                Json.object().put("status", "Deleted").put("domain", "QBO").put("Id", gone.id());
        shown.putObject("MetaData").put("LastUpdatedTime", second(gone.when()));
        return shown;
    }

    private void name(JsonNode node, EntityType owner) {
        for (var field : node.properties()) {
            if (field.getValue() instanceof ObjectNode value && value.has("value")) {
                nameOne(field.getKey(), value, owner);
            } else {
                name(field.getValue(), owner);
            }
        }
        if (node.isArray()) {
            node.forEach(each -> name(each, owner));
        }
    }

    private void nameOne(String property, ObjectNode ref, EntityType owner) {
        References.target(property, owner).ifPresent(type -> {
            ref.remove("name");
            if (!NAMELESS.contains(property)) {
                session.books()
                        .find(type, ref.path("value").asString(""))
                        .ifPresent(found -> ref.put("name", full(found)));
            }
        });
    }

    private static String full(Entity entity) {
        return entity.type() == EntityType.ACCOUNT ? entity.text("FullyQualifiedName") : entity.name();
    }

    private String second(Instant time) {
        return format(time, session.zone(), SECOND);
    }

    /** The {@code time} of an answer. */
    public static String millisecond(Instant time, ZoneId zone) {
        return format(time, zone, MILLISECOND);
    }

    private static String format(Instant time, ZoneId zone, DateTimeFormatter pattern) {
        return pattern.format(time.atZone(zone));
    }
}
