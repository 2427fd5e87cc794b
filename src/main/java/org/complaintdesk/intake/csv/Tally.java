package org.complaintdesk.intake.csv;

/** What became of rows. */
record Tally(int created, int duplicates, int counted, int rejected) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally and(RowFate fate) {
        return switch (fate) {
            case CREATED -> new Tally(created + 1, duplicates, counted, rejected);
            case DUPLICATE -> new Tally(created, duplicates + 1, counted, rejected);
            case COUNTED -> new Tally(created, duplicates, counted + 1, rejected);
            case REJECTED -> new Tally(created, duplicates, counted, rejected + 1);
        };
    }
}
