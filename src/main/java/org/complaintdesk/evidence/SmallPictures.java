package org.complaintdesk.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Draws pictures anew and small: what was hidden in the file, the place it was taken at among it, stays behind. */
@Component
class SmallPictures {

    private static final Logger LOG = LoggerFactory.getLogger(SmallPictures.class);
    /** Sharp on a screen of double density. */
    private static final int EDGE = 480;
    /** A larger picture is read with gaps, so that this is about what is held in memory. */
    private static final int READ_EDGE = 4 * EDGE;
    private static final int MILLION = 1_000_000;

    private final long largest;
    /** Decoding takes memory outside of what is counted here. */
    private final Semaphore decoding = new Semaphore(2, true);

    SmallPictures(EvidenceProperties settings) {
        this.largest = (long) settings.largestPicture() * MILLION;
    }

    /** @return a JPEG; empty for what is no picture, is too large to be drawn, or is damaged */
    Optional<byte[]> of(Spool file, FileKind kind) {
        if (!kind.isDrawn()) {
            return Optional.empty();
        }
        decoding.acquireUninterruptibly();
        try {
            return Optional.ofNullable(draw(file, kind));
        } catch (IOException | RuntimeException e) {
            LOG.debug("A {} cannot be drawn", kind, e);
            return Optional.empty();
        } finally {
            decoding.release();
        }
    }

    private byte[] draw(Spool file, FileKind kind) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.path().toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.type());
            ImageReader reader = readers.next();
            try {
                // Only JPEG has no compressed metadata that could unpack to anything.
                reader.setInput(in, true, kind != FileKind.JPEG);
                return draw(reader, kind);
            } finally {
                reader.dispose();
            }
        }
    }

    private byte[] draw(ImageReader reader, FileKind kind) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1 || (long) width * height > largest) {
            return null;
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / READ_EDGE);
        param.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
        BufferedImage picture = onWhite(reader.read(0, param));
        Orientation orientation = kind == FileKind.JPEG ? ExifUtils.getExifOrientation(reader, 0) : null;
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        Thumbnails.Builder<BufferedImage> small = Thumbnails.of(picture)
                .size(Math.min(EDGE, picture.getWidth()), Math.min(EDGE, picture.getHeight()));
        if (orientation != null && orientation != Orientation.TOP_LEFT) {
            small.addFilter(ExifFilterUtils.getFilterForOrientation(orientation));
        }
        small.outputFormat("jpg").outputQuality(0.8).toOutputStream(jpeg);
        return jpeg.toByteArray();
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage ground = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = ground.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return ground;
    }
}
