package org.complaintdesk.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Where files may be sent to. Whoever takes files says so by a bean of this; what is sent to any other address is refused before
 * a byte of it is read, by {@link UploadGate}. Customers' pages have limits of their own.
 *
 * @param asked   by whom
 * @param largest request with all its files
 * @param paths   patterns, as in the rules of who gets in where
 */
public record UploadPlace(Asked asked, DataSize largest, List<String> paths) {

    /** What a form adds to its file. */
    private static final DataSize FORM = DataSize.ofKilobytes(64);

    enum Asked {
        /** In a browser, which always says how large a form is. Asked with {@code tooLarge=true}, the page says that one was. */
        BY_A_PERSON,
        /** A program, which signs in before anything is read, and may send what it is still making. */
        BY_A_PROGRAM
    }

    /** @return a page that has a form with files; it understands {@code tooLarge=true} */
    public static UploadPlace onPage(DataSize largest, String... paths) {
        return new UploadPlace(Asked.BY_A_PERSON, largest, List.of(paths));
    }

    /** @return where programs send files; their requests have to be signed in for before anything reads them */
    public static UploadPlace forPrograms(DataSize largest, String... paths) {
        return new UploadPlace(Asked.BY_A_PROGRAM, largest, List.of(paths));
    }

    /** @return how large a form is at most that has a file of this size */
    public static DataSize withForm(DataSize file) {
        return DataSize.ofBytes(file.toBytes() + FORM.toBytes());
    }

    /** @return whether the request carries files, or pretends to: whoever asks it for a parameter reads all of it */
    public static boolean isUpload(HttpServletRequest request) {
        return StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/");
    }
}
