package org.complaintdesk.casefile;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.complaintdesk.platform.CannotStart;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The fonts of a case file. Of each, what is used of it is put into the file, so that it looks alike wherever it is opened. */
@Component
class PdfFonts {

    private static final int REGULAR = 400;

    private final Path own;

    /** @throws CannotStart when the font of the settings cannot be used */
    PdfFonts(CaseFileProperties settings) {
        this.own = settings.font();
        if (own != null) {
            check(own);
        }
    }

    private static void check(Path font) {
        try (RandomAccessReadBufferedFile file = new RandomAccessReadBufferedFile(font.toFile())) {
            new TTFParser().parse(file).close();
        } catch (IOException | RuntimeException e) {
            throw new CannotStart("complaintdesk.case-file.font: %s is not a TrueType font that can be read (a .ttf file, no .otf or .ttc)."
                    .formatted(font), e);
        }
    }

    /** Families {@code Latin} and {@code Han}, one weight each. */
    void addTo(PdfRendererBuilder pdf) {
        // Of PDFBox, with which it comes for files that name a font and do not bring it.
        pdf.useFont(() -> open("org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"), "Latin", REGULAR, FontStyle.NORMAL, true);
        pdf.useFont(this::han, "Han", REGULAR, FontStyle.NORMAL, true);
    }

    private InputStream han() {
        try {
            return own == null ? open("fonts/DroidSansFallbackFull.ttf") : Files.newInputStream(own);
        } catch (IOException e) {
            throw new UncheckedIOException("The font of case files cannot be read: " + own, e);
        }
    }

    private static InputStream open(String resource) {
        try {
            return new ClassPathResource(resource).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("A font is missing in the desk: " + resource, e);
        }
    }
}
