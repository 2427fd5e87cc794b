package org.complaintdesk.evidence;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name from outside as a file name that is harmless on every system: no folders, nothing that no one can see or that
 * turns the direction of reading, none of the names Windows keeps to itself.
 */
final class SafeName {

    /** In Chinese characters still within the 255 bytes of common file systems. */
    private static final int LENGTH = 80;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\\u2044\u2215\uFF0F\uFF3C]", Pattern.DOTALL);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*&]");
    private static final Pattern EDGES = Pattern.compile("^[. ~-]+|[. ]+$");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])( *\\..*)?");

    private SafeName() {
    }

    /** @return how a name can be shown; {@code unnamed} when nothing of it is left */
    static String of(String sent, String unnamed) {
        String name = sent == null ? "" : FOLDERS.matcher(sent.replace("\0", "")).replaceFirst("");
        name = UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
        name = FORBIDDEN.matcher(BLANKS.matcher(name).replaceAll(" ")).replaceAll("_");
        name = EDGES.matcher(name).replaceAll("");
        if (name.isEmpty()) {
            name = unnamed;
        }
        return cut(RESERVED.matcher(name).matches() ? "_" + name : name);
    }

    /** @return the name with an ending that tells what the file is */
    static String of(String sent, String unnamed, FileKind kind) {
        String name = of(sent, unnamed);
        return kind.endings().contains(ending(name)) ? name : cut(name + "." + kind.endings().get(0));
    }

    /** @return in small letters; empty when there is none */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Shortened in front of its ending. */
    private static String cut(String name) {
        if (name.length() <= LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        int end = LENGTH - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end).stripTrailing() + ending;
    }
}
