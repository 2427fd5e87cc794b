package org.complaintdesk.compliance;

/** How far a word in a text is from how it is written, plainest first. */
enum Disguise {
    /** As it is written, if with signs between the letters. */
    NONE,
    /** Pinyin or a character read the same in place of another: 返xian, 返线. */
    SAME_TONE,
    /** A character read the same but for its tone: 恏评. */
    OTHER_TONE
}
