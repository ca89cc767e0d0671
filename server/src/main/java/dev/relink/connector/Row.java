package dev.relink.connector;

import dev.relink.entity.EntityType;
import dev.relink.entity.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object in an answer. */
public sealed interface Row {

    /**
     * A record as QuickBooks has it. {@code values} are in our field names, references as {@code ToQuickBooks};
     * {@code lines} stand beside the lines in {@code values}, same order and number.
     *
     * @param fullName FullName of a list element; the RefNumber of a transaction, empty when it has none
     * @param marker ExternalGUID in lower case without braces, null when not returned
     * @param unread our fields that {@code values} lack, since what QuickBooks wrote there is no value, with what it wrote
     * @param modified TimeModified as QuickBooks wrote it, null when trimmed
     */
    record Found(
            EntityType type,
            String quickbooksId,
            String editToken,
            String fullName,
            boolean active,
            @Nullable String marker,
            @Nullable String modified,
            Values values,
            List<Known.Line> lines,
            Map<String, String> unread)
            implements Row {

        /** All of it could be read. */
        public Found(
                EntityType type,
                String quickbooksId,
                String editToken,
                String fullName,
                boolean active,
                @Nullable String marker,
                @Nullable String modified,
                Values values,
                List<Known.Line> lines) {
            this(type, quickbooksId, editToken, fullName, active, marker, modified, values, lines, Map.of());
        }

        /** What a later Modify or Remove needs. */
        public Known known() {
            return new Known(quickbooksId, editToken, lines);
        }
    }

    /** From a deleted list. {@code typeName} is our type's name, or QuickBooks' own word where we have no such type. */
    record Deleted(
            String typeName,
            String quickbooksId,
            String name,
            @Nullable String deletedAt) implements Row {}

    /** An element of QuickBooks' own lists. {@code facts} hold what is cheap to keep (AccountType, IsActive ...). */
    record Entry(String list, String quickbooksId, String fullName, boolean active, Map<String, String> facts)
            implements Row {}

    /**
     * Whose books are open.
     *
     * @param host elements of HostRet by name, such as ProductName, Country, QBFileMode
     * @param versions SupportedQBXMLVersion
     * @param fileIds DataExt named FileID by OwnerID, upper case with braces
     * @param preferences by path below PreferencesRet, such as {@code MultiCurrencyPreferences/IsMultiCurrencyOn}
     */
    record Books(
            Map<String, String> host,
            List<String> versions,
            String companyName,
            Map<String, String> fileIds,
            Map<String, String> preferences)
            implements Row {}
}
