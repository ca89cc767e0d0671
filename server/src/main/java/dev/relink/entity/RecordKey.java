package dev.relink.entity;

/** Which record of a company: its entity type's name and the app's own id. */
public record RecordKey(String type, String id) {

    @Override
    public String toString() {
        return type + " " + id;
    }
}
