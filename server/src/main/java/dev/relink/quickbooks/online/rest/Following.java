package dev.relink.quickbooks.online.rest;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Further calls that an answer makes necessary. */
final class Following {

    private static final Pattern START = Pattern.compile("%20startposition%20(\\d+)$");
    private static final Pattern SINCE = Pattern.compile("changedSince=([^&]+)");
    private static final Pattern ENTITIES = Pattern.compile("entities=([^&]+)");

    /** Intuit looks back 30 days; asked for more it refuses, or says nothing of the rest. */
    private static final Duration LOOKS_BACK = Duration.ofDays(29);

    private Following() {}

    /** The next page of a query whose page is full; null where there is none. */
    static Plan.@Nullable Call next(Came came, Plan.Call call) {
        if (!Plan.Call.PAGES.equals(call.follow()) || Bodies.count(body(came)) < Queries.PAGE) {
            return null;
        }
        Matcher start = START.matcher(came.call().query());
        int at = start.find() ? Integer.parseInt(start.group(1)) : 1;
        String query = START.matcher(came.call().query()).replaceAll("") + "%20startposition%20" + (at + Queries.PAGE);
        return with(call, query);
    }

    /** An answer that is full may hide deletions: one call for each type. Empty where there is no need. */
    static List<Plan.Call> byType(Came came, Plan.Call call) {
        Matcher entities = ENTITIES.matcher(call.query());
        if (!Plan.Call.TYPES.equals(call.follow())
                || !entities.find()
                || !entities.group(1).contains(",")
                || Bodies.countOfChanges(body(came)) < Responses.MOST_CHANGES) {
            return List.of();
        }
        return Arrays.stream(entities.group(1).split(",", -1))
                .map(type -> with(call, ENTITIES.matcher(call.query()).replaceAll("entities=" + type)))
                .toList();
    }

    /** Change data capture from a moment that Intuit still knows. */
    static Plan.Call within30Days(Plan.Call call, Instant now) {
        if (!Plan.Call.TYPES.equals(call.follow())) {
            return call;
        }
        Instant earliest = now.minus(LOOKS_BACK);
        Matcher since = SINCE.matcher(call.query());
        boolean said = since.find();
        if (said && time(since.group(1)).isAfter(earliest)) {
            return call;
        }
        String from = "changedSince=" + URLEncoder.encode(Queries.time(earliest), StandardCharsets.UTF_8);
        return with(
                call,
                said
                        ? SINCE.matcher(call.query()).replaceAll(Matcher.quoteReplacement(from))
                        : call.query() + "&" + from);
    }

    private static Instant time(String encoded) {
        return OffsetDateTime.parse(URLDecoder.decode(encoded, StandardCharsets.UTF_8))
                .toInstant();
    }

    private static Plan.Call with(Plan.Call call, String query) {
        return new Plan.Call(
                call.requestid(),
                call.lane(),
                call.method(),
                call.path(),
                query,
                call.body(),
                call.requests(),
                call.reads(),
                call.follow());
    }

    /** The object that was answered; an empty one for anything else. */
    static JsonNode body(Came came) {
        try {
            return came.body() == null ? OnlineJson.object() : OnlineJson.MAPPER.readTree(came.body());
        } catch (JacksonException noJson) {
            return OnlineJson.object();
        }
    }
}
