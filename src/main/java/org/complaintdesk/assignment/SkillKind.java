package org.complaintdesk.assignment;

/** What somebody can be good at. Labels: {@code SkillKind.*} in the message bundles. */
public enum SkillKind {
    /** A {@code Category} of complaints. */
    CATEGORY,
    /** A {@code Channel}: how that platform works and what its rules are. */
    PLATFORM,
    /** A language, as a lower-case ISO 639 code. */
    LANGUAGE
}
