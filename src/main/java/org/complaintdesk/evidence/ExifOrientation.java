package org.complaintdesk.evidence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * How a phone was held when the photo was taken. Java's own reader of JPEG metadata gives up where segments stand in an
 * unusual order, which some phones' photos have.
 */
final class ExifOrientation {

    private static final int START = 0xFFD8;
    private static final int EXIF = 0xFFE1;
    private static final int FIRST_OF_SEGMENTS = 0xFFC0;
    private static final int PICTURE_FOLLOWS = 0xFFDA;

    private ExifOrientation() {
    }

    /** @return empty when the file does not say */
    static Optional<Orientation> of(Spool jpeg) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(jpeg.open()))) {
            int marker = in.readUnsignedShort();
            if (marker != START) {
                return Optional.empty();
            }
            for (marker = in.readUnsignedShort(); marker >= FIRST_OF_SEGMENTS && marker != PICTURE_FOLLOWS; marker = in.readUnsignedShort()) {
                byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
                if (marker == EXIF && segment.length > 6 && segment[0] == 'E' && segment[1] == 'x') {
                    return Optional.ofNullable(ExifUtils.getOrientationFromExif(segment));
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Damaged, or made to be: the picture is drawn as it lies.
            return Optional.empty();
        }
    }
}
