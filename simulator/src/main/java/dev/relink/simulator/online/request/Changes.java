package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Deleted;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Change data capture: what changed since a time, deleted ones last in each group, 1,000 objects in all and no page after them. */
final class Changes {
    private static final Duration BACK = Duration.ofDays(30);
    private static final int MOST = 1_000;

    private final Session session;
    private final Rendering rendering;
    private int left = MOST;

    Changes(Session session, Rendering rendering) {
        this.session = session;
        this.rendering = rendering;
    }

    ObjectNode since(String entities, String text) {
        Instant since = bounded(time(text));
        ArrayNode groups = Json.object().arrayNode();
        for (String name : entities.split(",")) {
            EntityType type = Operations.type(name.strip());
            if (!type.isCaptured()) {
                throw new Refusal(
                        Code.INVALID_OBJECT_NAME,
                        "Change data capture is not offered for " + type.wireName(),
                        "entities");
            }
            groups.add(group(type, since));
        }
        ObjectNode answer = Json.object();
        answer.putArray("CDCResponse").addObject().set("QueryResponse", groups);
        return answer;
    }

    private ObjectNode group(EntityType type, Instant since) {
        List<Entity> living = session.books().all(type).stream()
                .filter(entity -> !entity.updated().isBefore(since))
                .sorted(Comparator.comparing(Entity::updated))
                .limit(left)
                .toList();
        left -= living.size();
        List<Deleted> gone = session.books().deleted().stream()
                .filter(each -> each.type() == type && !each.when().isBefore(since))
                .limit(left)
                .toList();
        left -= gone.size();
        return shown(type, living, gone);
    }

    private ObjectNode shown(EntityType type, List<Entity> living, List<Deleted> gone) {
        ObjectNode group = Json.object();
        int count = living.size() + gone.size();
        if (count > 0) {
            ArrayNode rows = group.putArray(type.wireName());
            living.forEach(entity -> rows.add(rendering.of(entity)));
            gone.forEach(each -> rows.add(rendering.deleted(each)));
            group.put("startPosition", 1).put("maxResults", count);
        }
        if (!gone.isEmpty()) {
            group.put("totalCount", count);
        }
        return group;
    }

    private Instant bounded(Instant since) {
        Instant earliest = session.now().minus(BACK);
        if (!since.isBefore(earliest)) {
            return since;
        }
        return switch (session.switches().changesLongAgo) {
            case ANSWERED -> since;
            case CUT -> earliest;
            case REFUSED ->
                throw new Refusal(Code.INVALID_DATE_RANGE, "changedSince is more than 30 days back", "changedSince");
        };
    }

    private Instant time(String text) {
        if (text.isEmpty()) {
            throw Refusals.missing("changedSince");
        }
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(session.zone()).toInstant();
            }
            String colon =
                    text.replaceFirst("[+ ](\\d{2}):?(\\d{2})$", "+$1:$2").replaceFirst("(-\\d{2})(\\d{2})$", "$1:$2");
            boolean offset = colon.matches(".*(Z|[+-]\\d{2}:\\d{2})$");
            return offset
                    ? OffsetDateTime.parse(colon).toInstant()
                    : LocalDateTime.parse(colon).atZone(session.zone()).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(Code.INVALID_DATE_FORMAT, "Invalid Date Format. Supplied value:" + text, "changedSince");
        }
    }
}
