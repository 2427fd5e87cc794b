package org.complaintdesk.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file, or its thumbnail, on its way to a browser.
 *
 * @param type    the media type of the content
 * @param size    in bytes
 * @param content read piece by piece
 */
public record Download(StoredFile file, String type, long size, InputStreamSource content) {

    /** Pictures that browsers draw and never run. */
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");
    /** Even if a browser took it for a page, it could neither run nor load anything. */
    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox";

    /**
     * Answers a request with it. Pictures are shown, everything else is saved; no browser guesses another type or runs
     * any of it; nobody between us and the browser keeps it.
     *
     * @param save whether to save pictures too
     */
    public void answer(HttpServletResponse response, boolean save) throws IOException {
        ContentDisposition.Builder disposition = save || !SHOWN.contains(type) ? ContentDisposition.attachment()
                : ContentDisposition.inline();
        response.setContentType(type);
        response.setContentLengthLong(size);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                disposition.filename(file.name(), StandardCharsets.UTF_8).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=600");
        try (InputStream in = content.getInputStream()) {
            in.transferTo(response.getOutputStream());
        }
    }
}
