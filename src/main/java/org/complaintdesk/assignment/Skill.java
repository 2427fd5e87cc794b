package org.complaintdesk.assignment;

/**
 * One thing somebody is good at, or a case asks for.
 *
 * @param value a word of the vocabulary that the kind names
 */
public record Skill(SkillKind kind, String value) {

    /** @return how it is written in one word, in forms and in the audit log */
    public String key() {
        return kind + ":" + value;
    }
}
