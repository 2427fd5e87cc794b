package org.complaintdesk.words;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

/** One spelling for texts that mean the same, so that they can be compared. */
public final class PlainChinese {

    private static final Normalizer2 ONE_FORM = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private PlainChinese() {
    }

    /**
     * @return the text with half-width letters, digits and punctuation, in lower case, in simplified characters and
     *         without characters of no width; its length may differ from the original's; empty for null
     */
    public static String of(String text) {
        return text == null ? "" : SIMPLIFIED.transliterate(ONE_FORM.normalize(text));
    }
}
