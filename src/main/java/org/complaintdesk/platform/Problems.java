package org.complaintdesk.platform;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * Whatever goes wrong under {@code /api} is answered as {@code application/problem+json} with a stable {@code type} of
 * the form {@code urn:complaint-desk:problem:…} and, where a field is to blame, {@code errors: [{field, message}]}.
 * Pages are left to the error page.
 */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Wording wording;
    private final ProblemDetails details;
    private final MultipartProperties uploads;

    Problems(Wording wording, ProblemDetails details, MultipartProperties uploads) {
        this.wording = wording;
        this.details = details;
        this.uploads = uploads;
    }

    record InvalidField(String field, String message) {
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(Exception failure, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                || failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        ProblemDetail problem = InvalidInput.in(failure).map(this::invalidInput).orElseGet(() -> problem(failure));
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private ProblemDetail invalidInput(InvalidInput input) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-input", input.getMessage(),
                List.of(new InvalidField(input.field(), input.getMessage())));
    }

    private ProblemDetail problem(Exception failure) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        if (failure instanceof BindException invalid) {
            return malformed(fields(invalid));
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return malformed(invalid.getParameterValidationResults().stream().flatMap(result -> result.getResolvableErrors().stream()
                    .map(error -> new InvalidField(result.getMethodParameter().getParameterName(), error.getDefaultMessage()))).toList());
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return malformed(missing.getParameterName(), wording.text("problem.missing"));
        }
        if (failure instanceof MissingServletRequestPartException missing) {
            return malformed(missing.getRequestPartName(), wording.text("problem.missing"));
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, "file-too-large",
                    wording.text("problem.file-too-large", uploads.getMaxFileSize().toMegabytes()), List.of());
        }
        if (failure instanceof MultipartException && isOurDisk(failure)) {
            LOG.error("An upload could not be kept while it came in", failure);
            return problem(HttpStatus.INSUFFICIENT_STORAGE, "no-room", wording.text("problem.no-room"), List.of());
        }
        if (failure instanceof MultipartException) {
            return problem(HttpStatus.BAD_REQUEST, "malformed-request", wording.text("problem.no-upload"), List.of());
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return malformed(mismatch.getName(), wrongValue(mismatch.getValue(), mismatch.getRequiredType()));
        }
        if (failure instanceof TypeMismatchException mismatch) {
            return malformed(mismatch.getPropertyName(), wrongValue(mismatch.getValue(), mismatch.getRequiredType()));
        }
        if (failure instanceof AuthorizationException) {
            return problem(HttpStatus.FORBIDDEN, "not-allowed", wording.text("problem.not-allowed"), List.of());
        }
        if (isLostRace(failure)) {
            return problem(HttpStatus.CONFLICT, "conflict", wording.text("problem.conflict"), List.of());
        }
        if (failure instanceof BadUserRequestException) {
            return problem(HttpStatus.BAD_REQUEST, "malformed-request", wording.text("problem.malformed-request"), List.of());
        }
        if (failure instanceof ErrorResponse known && (failure instanceof ServletException || failure instanceof NestedRuntimeException)) {
            return known(known);
        }
        LOG.error("A request to the API failed", failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", wording.text("problem.internal"), List.of());
    }

    /** What a client sends wrongly, or not to its end, is an exception of a class of its own. */
    private static boolean isOurDisk(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
        return chain.stream().noneMatch(ClientAbortException.class::isInstance)
                && chain.stream().anyMatch(cause -> cause.getClass() == IOException.class || cause instanceof FileSystemException);
    }

    private static boolean isLostRace(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).anyMatch(
                cause -> cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException);
    }

    private ProblemDetail known(ErrorResponse known) {
        HttpStatusCode status = known.getStatusCode();
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return problem(status, "not-found", wording.text("problem.not-found"), List.of());
        }
        if (status.isSameCodeAs(HttpStatus.METHOD_NOT_ALLOWED)) {
            return problem(status, "method-not-allowed", wording.text("problem.method-not-allowed"), List.of());
        }
        if (status.isSameCodeAs(HttpStatus.UNSUPPORTED_MEDIA_TYPE)) {
            return problem(status, "unsupported-media-type", wording.text("problem.unsupported-media-type", wanted(known)), List.of());
        }
        if (status.isSameCodeAs(HttpStatus.FORBIDDEN)) {
            return problem(status, "not-allowed", wording.text("problem.not-allowed"), List.of());
        }
        String detail = known.getBody().getDetail();
        return problem(status, status.is4xxClientError() ? "malformed-request" : "internal",
                detail == null ? wording.text("problem.malformed-request") : detail, List.of());
    }

    /** JSON where it can be read; a converter may read more than the API speaks of. */
    private static String wanted(ErrorResponse known) {
        List<MediaType> readable = known.getHeaders().getAccept();
        return readable.isEmpty() || readable.contains(MediaType.APPLICATION_JSON) ? MediaType.APPLICATION_JSON_VALUE
                : MediaType.toString(readable);
    }

    private ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof InvalidFormatException wrong && !wrong.getPath().isEmpty()) {
            return malformed(path(wrong), wrongValue(wrong.getValue(), wrong.getTargetType()));
        }
        if (unreadable.getCause() instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
            return malformed(path(wrong), wording.text("problem.wrong-type"));
        }
        return problem(HttpStatus.BAD_REQUEST, "malformed-request", wording.text("problem.unreadable"), List.of());
    }

    private String wrongValue(Object value, Class<?> wanted) {
        if (wanted != null && wanted.isEnum()) {
            String words = Arrays.stream(wanted.getEnumConstants()).map(word -> ((Enum<?>) word).name()).collect(Collectors.joining(", "));
            return wording.text("problem.wrong-word", String.valueOf(value), words);
        }
        if (wanted != null && (Number.class.isAssignableFrom(wanted) || wanted.isPrimitive())) {
            return wording.text("problem.wrong-number", String.valueOf(value));
        }
        if (wanted != null && wanted.getPackageName().equals("java.time")) {
            return wording.text("problem.wrong-time", String.valueOf(value));
        }
        return wording.text("problem.wrong-type");
    }

    private static String path(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }

    private static List<InvalidField> fields(BindException invalid) {
        return invalid.getFieldErrors().stream().map(Problems::field).toList();
    }

    private static InvalidField field(FieldError error) {
        return new InvalidField(error.getField(), error.getDefaultMessage());
    }

    private ProblemDetail malformed(String field, String message) {
        return malformed(List.of(new InvalidField(field, message)));
    }

    private ProblemDetail malformed(List<InvalidField> errors) {
        String detail = errors.isEmpty() ? wording.text("problem.malformed-request")
                : errors.stream().map(error -> error.field() + ": " + error.message()).collect(Collectors.joining("; "));
        return problem(HttpStatus.BAD_REQUEST, "malformed-request", detail, errors);
    }

    private ProblemDetail problem(HttpStatusCode status, String type, String detail, List<InvalidField> errors) {
        ProblemDetail problem = details.of(status, type, detail);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }
}
