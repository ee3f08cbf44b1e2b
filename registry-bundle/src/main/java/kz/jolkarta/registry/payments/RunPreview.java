package kz.jolkarta.registry.payments;

import java.math.BigDecimal;
import java.util.List;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Message;

/**
 * What a payment run would pay, and to whom not; nothing is written.
 *
 * @param due awards that would be paid
 * @param total tenge that would be paid
 * @param stopped awards that would not be paid
 * @param lines a page of both
 * @param warnings plans that would be exceeded
 */
record RunPreview(long due, BigDecimal total, long stopped, Page<RunLine> lines, List<Message> warnings) {}
