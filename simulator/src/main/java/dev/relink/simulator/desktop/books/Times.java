package dev.relink.simulator.desktop.books;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as QuickBooks prints and reads them. It prints the time on the wall and beside it always the offset of winter,
 * so that in summer the two do not fit: measured on recorded answers. Reading turns the same trick round.
 */
public final class Times {
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private final ZoneId zone;
    private final boolean winterOffset;

    Times(ZoneId zone, Switches switches) {
        this.zone = zone;
        this.winterOffset = switches.summerTimePrintedWithStandardOffset;
    }

    /** {@code 2014-07-19T07:21:56-05:00}. */
    public String print(Instant instant) {
        LocalDateTime wall = LocalDateTime.ofInstant(instant, zone);
        ZoneOffset offset = winterOffset
                ? zone.getRules().getStandardOffset(instant)
                : zone.getRules().getOffset(instant);
        return PRINTED.format(wall.atOffset(offset));
    }

    /** The first second that the text means; a date alone is its midnight. */
    public Instant from(String text) {
        return read(text, LocalTime.MIN);
    }

    /** The last second that the text means; a date alone is the end of its day. */
    public Instant to(String text) {
        return read(text, LocalTime.of(23, 59, 59));
    }

    private Instant read(String text, LocalTime ifAbsent) {
        if (text.length() <= 10) {
            return LocalDate.parse(text).atTime(ifAbsent).atZone(zone).toInstant();
        }
        int sign = Math.max(text.indexOf('+', 11), text.indexOf('-', 11));
        LocalDateTime wall = LocalDateTime.parse(full(sign < 0 ? text : text.substring(0, sign)));
        if (sign < 0) {
            return wall.atZone(zone).toInstant();
        }
        OffsetDateTime at = wall.atOffset(ZoneOffset.of(text.substring(sign)));
        if (!winterOffset) {
            return at.toInstant();
        }
        ZoneOffset standard = zone.getRules().getStandardOffset(at.toInstant());
        return at.withOffsetSameInstant(standard).toLocalDateTime().atZone(zone).toInstant();
    }

    private static String full(String time) {
        return time.length() == "yyyy-MM-ddTHH".length() ? time + ":00" : time;
    }
}
