package org.complaintdesk.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parts what somebody wrote from what their mail program quoted below it, for the programs common in China and elsewhere.
 * When nothing new would be left, or the mail is a forward, everything counts as new.
 */
final class Quotes {

    /** The line we put where HTML says that a quote begins. */
    static final String MARK = "-----Original Message-----";

    private static final Pattern FORWARD = Pattern.compile("(?i)^\\s*-{3,}\\s*(forwarded message|转发(的)?(邮件|消息)(信息)?|forwarded by.*)\\s*-*\\s*$"
            + "|^\\s*(begin forwarded message|以下为转发邮件|开始转发的邮件|转发邮件)\\s*[:：]?\\s*$");
    private static final Pattern ORIGINAL = Pattern.compile("(?i)^\\s*[>|]?\\s*[-_—=]{3,}\\s*(original message|original|原始邮件|原邮件|回复的原邮件|回复邮件|original email|原始信件|邮件原文)\\s*[-_—=]{2,}\\s*$"
            + "|^\\s*_{20,}\\s*$");
    private static final Pattern WROTE = Pattern.compile("(?i)^\\s*(on\\s.{6,200}\\bwrote\\s*[:：]?|在\\s*.{4,200}(写道|编写)\\s*[:：]?"
            + "|.{0,120}\\d{4}\\s*[年/.-]\\s*\\d{1,2}.{0,160}(写道|wrote)\\s*[:：]?|.{1,120}<[^<>\\s]+@[^<>\\s]+>\\s*(于\\s*.{4,60})?(写道|wrote)\\s*[:：]?)\\s*$");
    private static final Pattern WROTE_BEGINS = Pattern.compile("(?i)^\\s*(on\\s.{6,}|在\\s*\\d{4}.{4,}|.{0,40}\\d{4}年\\d{1,2}月\\d{1,2}日.*)$");
    private static final Pattern SENDER = Pattern.compile("(?i)^\\s*\\*?(发件人|寄件者|寄件人|from|发送自)\\*?\\s*[:：].*");
    private static final Pattern OTHER_FIELD = Pattern.compile("(?i)^\\s*\\*?(发送时间|发送日期|日期|时间|收件人|抄送|主题|sent|date|to|cc|subject|寄件日期|收件者|主旨)\\*?\\s*[:：].*");
    private static final Pattern SUBJECT = Pattern.compile("(?i)^\\s*\\*?(主题|主旨|subject)\\*?\\s*[:：].*");

    private static final int LONGEST_HEADING = 400;

    private Quotes() {
    }

    /**
     * @param fresh  what was written now
     * @param quoted the rest; empty when there is none
     */
    record Parted(String fresh, String quoted) {
    }

    static Parted part(String text) {
        List<String> lines = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
        List<String> fresh = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (FORWARD.matcher(lines.get(i)).matches()) {
                return new Parted(text.strip(), "");
            }
            int heading = heading(lines, i);
            if (heading > 0 && answersLineByLine(lines, i + heading)) {
                quoted.addAll(lines.subList(i, i + heading));
                i += heading - 1;
            } else if (heading > 0) {
                quoted.addAll(lines.subList(i, lines.size()));
                break;
            } else {
                (lines.get(i).startsWith(">") ? quoted : fresh).add(lines.get(i));
            }
        }
        String written = String.join("\n", fresh).strip();
        return written.isEmpty() ? new Parted(text.strip(), "") : new Parted(written, String.join("\n", quoted).strip());
    }

    /** @return how many lines, from this one, introduce a quote; 0 for none */
    private static int heading(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.length() > LONGEST_HEADING) {
            return 0;
        }
        if (ORIGINAL.matcher(line).matches() || WROTE.matcher(line).matches()) {
            return 1;
        }
        for (int more = 1; more <= 2 && at + more < lines.size() && WROTE_BEGINS.matcher(line).matches(); more++) {
            if (WROTE.matcher(String.join(" ", lines.subList(at, at + more + 1))).matches()) {
                return more + 1;
            }
        }
        return SENDER.matcher(line).matches() && isHeader(line, lines.subList(at + 1, lines.size())) ? 1 : 0;
    }

    /** A parcel's label has sender, receiver and date too, but neither a subject nor an address of mail. */
    private static boolean isHeader(String sender, List<String> below) {
        List<String> next = below.stream().filter(line -> !line.isBlank()).limit(4).toList();
        return next.stream().filter(line -> OTHER_FIELD.matcher(line).matches()).count() >= 2
                && (sender.contains("@") || next.stream().anyMatch(line -> SUBJECT.matcher(line).matches()));
    }

    /** Whether what follows is quoted by {@code >}, so that whatever has no such sign is an answer to it. */
    private static boolean answersLineByLine(List<String> lines, int from) {
        return lines.stream().skip(from).filter(line -> !line.isBlank()).findFirst().filter(line -> line.startsWith(">")).isPresent();
    }
}
