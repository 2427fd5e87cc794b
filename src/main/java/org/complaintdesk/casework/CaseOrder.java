package org.complaintdesk.casework;

/**
 * In which order cases of one kind are listed, in the words of the database; {@code c} is the case.
 *
 * @param join what else has to be looked at, one row at most for each case; may be empty
 * @param only the cases that have a place in this order; says nothing of what is joined
 * @param by   may name columns of what is joined
 * @param own  the columns of the case that the order needs, {@code c.id} among them
 * @param rank where most of the places can be read off an index; null when the order is one of the case's own columns
 */
public record CaseOrder(String join, String only, String by, String own, Rank rank) {

    /** All of them, latest first. */
    public static final CaseOrder NEWEST = new CaseOrder("true", "c.id desc", "c.id");

    /** An order of the case's own columns. */
    public CaseOrder(String only, String by, String own) {
        this("", only, by, own, null);
    }

    /**
     * Places that another table gives, one row for each case that has one. Whoever has none comes after all others, the latest first.
     *
     * @param table with its alias
     * @param id    its column with the case's id
     * @param given the rows that give a place
     * @param by    the order of an index
     */
    public record Rank(String table, String id, String given, String by) {
    }
}
