package org.complaintdesk.intake.mail;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** HTML as the text a reader sees; nothing active, hidden or foreign is left of it. */
final class HtmlText {

    /** How mail programs mark what they quote. */
    private static final String QUOTED = "div.gmail_quote, blockquote[type=cite], blockquote#isReplyContent, #divRplyFwdMsg, "
            + "#isForwardContent, .ntes-mailmaster-quote, div.yahoo_quoted, #appendonsend, includetail, div.moz-cite-prefix";
    private static final String HIDDEN = "script, style, head, title, template, [hidden], [style~=(?i)display\\s*:\\s*none], "
            + "[style~=(?i)visibility\\s*:\\s*hidden], [style~=(?i)font-size\\s*:\\s*0(px|pt|em|;|$)]";
    private static final String LINES = "p, div, tr, li, h1, h2, h3, h4, h5, h6, pre, blockquote, table, ul, ol, hr";
    private static final Pattern FORWARDED = Pattern.compile("(?i)forwarded message|转发");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");
    private static final char BREAK = '\u0085';

    private HtmlText() {
    }

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        page.select(HIDDEN).remove();
        Element quote = page.selectFirst(QUOTED);
        if (quote != null && !FORWARDED.matcher(beginning(quote)).find()) {
            quote.before("<p>" + Quotes.MARK + "</p>");
        }
        page.select("br").before(String.valueOf(BREAK));
        page.select("td, th").append(" ");
        page.select(LINES).before(String.valueOf(BREAK)).after(String.valueOf(BREAK));
        String text = Jsoup.parse(Jsoup.clean(page.body().html(), Safelist.none())).wholeText();
        return BLANK_LINES.matcher(text.replaceAll("[\\s\\u00A0&&[^\\u0085]]+", " ").replaceAll(" ?" + BREAK + " ?", "\n"))
                .replaceAll("\n\n").strip();
    }

    private static String beginning(Element quote) {
        String text = quote.text();
        return text.substring(0, Math.min(text.length(), 200));
    }
}
