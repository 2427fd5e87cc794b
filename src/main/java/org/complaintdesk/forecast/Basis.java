package org.complaintdesk.forecast;

/** What a forecast rests on. */
public enum Basis {
    /** Cases of the same category in the same stage. */
    CATEGORY_AND_STAGE,
    /** Cases of all categories in the same stage: there were too few of the category. */
    STAGE,
    /** There were too few even so; nothing is said. */
    TOO_FEW
}
