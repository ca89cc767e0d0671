package dev.relink.proof;

import dev.relink.connector.Connector;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.cycle.Turn;
import dev.relink.entity.Value;
import dev.relink.platform.Ids;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Faults that somebody might make some day. Each is planted from outside, into a statement, the language, the ids or the
 * transactions, so that the product holds no switch for it; the judge must notice every one.
 */
enum PlantedBug {
    /** The product as it is. */
    NONE,

    /** The bytes leave, and what was to be committed before is rolled back. */
    NOTHING_IS_COMMITTED_FIRST {
        @Override
        TransactionTemplate transactions(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager) {
                @Override
                public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                    return super.execute(status -> undone(action.doInTransaction(status), status));
                }
            };
        }

        private <T extends @Nullable Object> T undone(T result, TransactionStatus status) {
            if (result instanceof Turn.Send) {
                status.setRollbackOnly();
            }
            return result;
        }
    },

    /** Whoever was overtaken goes on as if nothing had happened. */
    NO_FENCE {
        @Override
        Trouble shownBy() {
            return Trouble.TAKEN_OVER;
        }

        @Override
        String statement(String sql) {
            return sql.startsWith("update lease") && sql.contains("and epoch = ?")
                    ? sql.replace("and epoch = ?", "and epoch <> 0 * ?")
                    : sql;
        }
    },

    /** Message-set IDs that QuickBooks cuts off. */
    LONG_MESSAGE_SET_IDS {
        @Override
        Ids ids(Ids sound) {
            return new Ids() {
                @Override
                public String token() {
                    return sound.token();
                }

                @Override
                public String messageSetId() {
                    return UUID.nameUUIDFromBytes(sound.messageSetId().getBytes(StandardCharsets.UTF_8))
                            .toString();
                }
            };
        }
    },

    /** What was not found once is sent again. */
    ONE_LOOK_IS_ENOUGH {
        @Override
        Trouble shownBy() {
            return Trouble.STILL_RUNNING;
        }

        @Override
        String statement(String sql) {
            return sql.replace(
                    "edit_token, empty_epoch, empty_at,",
                    "edit_token, coalesce(empty_epoch, -1) as empty_epoch,"
                            + " coalesce(empty_at, '2000-01-01'::timestamptz) as empty_at,");
        }
    },

    /** A look-up that failed is taken for one that found nothing. */
    FAILED_LOOK_UPS_FIND_NOTHING {
        @Override
        Trouble shownBy() {
            return Trouble.INTERNAL_ERRORS;
        }

        @Override
        Connector connector(Connector sound) {
            return Meddled.reading(
                    sound,
                    request -> response -> request instanceof Request.Read
                                    && !List.of("0", "1", "500")
                                            .contains(response.status().code())
                            ? new Response(
                                    response.requestId(),
                                    StatusCode.desktop("1"),
                                    "",
                                    List.<Row>of().iterator(),
                                    null)
                            : response);
        }
    },

    /** To ask what QuickBooks stored makes it forget. */
    ASKING_CLEARS {
        @Override
        Connector connector(Connector sound) {
            return Meddled.asking(
                    sound,
                    body -> new String(body, StandardCharsets.UTF_8)
                            .replaceAll(" newMessageSetID=\"[^\"]*\"", "")
                            .getBytes(StandardCharsets.UTF_8));
        }
    },

    /** The ID of what a record names is taken for its own. */
    NESTED_IDS_ARE_BOUND {
        @Override
        Connector connector(Connector sound) {
            return Meddled.reading(sound, _ -> response -> rows(response, this::nested));
        }

        private Row nested(Row row) {
            return row instanceof Row.Found found
                            && found.values().get("parent") instanceof Value.Reference.ToQuickBooks parent
                            && parent.quickbooksId() != null
                    ? withId(found, parent.quickbooksId())
                    : row;
        }
    },

    /** Children wait for ever on a parent that has come. */
    CHILDREN_ARE_FORGOTTEN {
        @Override
        String statement(String sql) {
            return sql.replace("x.state is not distinct from 'waiting-on-parent' offset 0", "false offset 0");
        }
    },

    /** A change is sent as a new record. */
    CHANGES_CREATE {
        @Override
        Connector connector(Connector sound) {
            return Meddled.writing(
                    sound,
                    request -> request instanceof Request.Modify change
                            ? new Request.Add(
                                    change.id(),
                                    change.type(),
                                    change.values()
                                            .with(
                                                    "name",
                                                    new Value.Text("New "
                                                            + change.values().text("name"))),
                                    "")
                            : request);
        }
    },

    /** What was lost is neither asked about nor looked for. */
    DOUBTS_ARE_FORGOTTEN {
        @Override
        String statement(String sql) {
            return sql.replace("kind = 'write' and state in ('out', 'in-doubt')", "false");
        }
    },

    /** What the app changed while the old state was under way is taken for done. */
    NEWER_SNAPSHOTS_ARE_DROPPED {
        @Override
        String statement(String sql) {
            return sql.replace("r.version > u.version::bigint", "false and r.version > u.version::bigint");
        }
    },

    /** Of a repeated answer everything is done again. */
    ANSWERS_COUNT_TWICE {
        @Override
        String statement(String sql) {
            return sql.replace(
                    "and state = 'out' order by sent_at", "and state in ('out', 'resolved') order by sent_at");
        }
    };

    /** Dozens of worlds pass until one shows these. */
    static final Set<PlantedBug> RARE = EnumSet.of(NO_FENCE, ONE_LOOK_IS_ENOUGH, NEWER_SNAPSHOTS_ARE_DROPPED);

    /** The trouble that its worlds have most of; {@link Trouble#NONE}: all alike. */
    Trouble shownBy() {
        return Trouble.NONE;
    }

    String statement(String sql) {
        return sql;
    }

    Ids ids(Ids sound) {
        return sound;
    }

    Connector connector(Connector sound) {
        return sound;
    }

    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    private static Response rows(Response response, UnaryOperator<Row> each) {
        Iterator<Row> rows = response.rows();
        var meddled = new Iterator<Row>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                return each.apply(rows.next());
            }
        };
        return new Response(response.requestId(), response.status(), response.message(), meddled, response.iterator());
    }

    private static Row withId(Row.Found found, String id) {
        return new Row.Found(
                found.type(),
                id,
                found.editToken(),
                found.fullName(),
                found.active(),
                found.marker(),
                found.modified(),
                found.values(),
                found.lines());
    }
}
