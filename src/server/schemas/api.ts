import * as comparison from './comparison.ts';
import * as document from './document.ts';
import * as entity from './entity.ts';
import { list, pageOf } from './page.ts';
import { paging } from './query.ts';
import * as review from './review.ts';
import * as search from './search.ts';
import * as statement from './statement.ts';
import * as watching from './watching.ts';

/**
 * The paths of the API that the web app uses, by method: the schemas of query, body and answer. The types of `reads` and
 * `writes` in routes/route.ts make sure that the routes use these schemas; the web app's client has its types from here.
 */
export const API = {
  GET: {
    '/statements': {
      query: statement.orderedStatements.extend(paging.shape),
      gives: pageOf('StatementPage', statement.statement),
    },
    '/statements/days': { query: statement.statementFilter, gives: list(statement.dayCount) },
    '/statements/facets': { query: statement.statementFilter, gives: statement.facets },
    '/statements/{id}': { gives: statement.statementDetail },
    '/documents': {
      query: document.documentFilter.extend(paging.shape),
      gives: pageOf('DocumentPage', document.documentListing),
    },
    '/documents/{id}': { query: document.shownStatements, gives: document.documentDetail },
    '/documents/{id}/versions': { gives: watching.versionHistory },
    '/entities': {
      query: entity.entityFilter.extend(paging.shape),
      gives: pageOf('EntityPage', entity.entityCount),
    },
    '/entities/doubles': { gives: list(entity.likelyDouble) },
    '/entities/{id}': { gives: entity.entityDetail },
    '/decisions': { gives: list(entity.decision) },
    '/utterances/{id}': { gives: comparison.utterance },
    '/coverage': { query: comparison.coverageFilter, gives: comparison.coverage },
    '/positions': { query: comparison.positionQuery, gives: comparison.positions },
    '/subjects': { query: comparison.subjectQuery, gives: list(comparison.subject) },
    '/possible-shifts': { gives: comparison.possibleShifts },
    '/audit': { query: comparison.auditQuery, gives: comparison.audit },
    '/verify': { query: comparison.verifyQuery, gives: list(comparison.fidelity) },
    '/reviews': { query: review.reviewFilter, gives: list(review.review) },
    '/search': { query: search.limitedSearch, gives: search.searchResult },
    '/completions': { query: search.completionQuery, gives: list(search.completion) },
    '/feeds': { gives: list(watching.feed) },
    '/changes': { query: watching.changesQuery, gives: list(watching.changedDocument) },
    '/searches': { gives: list(watching.savedSearch) },
    '/alerts': { query: watching.alertFilter, gives: list(watching.alert) },
  },
  POST: {
    '/additions': { query: document.uploadQuery, gives: document.addition },
    '/additions/address': { body: document.addressToAdd, gives: document.addition },
    '/decisions': { body: entity.newDecision, gives: review.noted },
    '/reviews': { body: review.newReview, gives: review.noted },
    '/reviews/bulk': { body: review.bulkReview, gives: review.notedAll },
    '/reviews/undo': { body: review.reviewsToUndo, gives: review.notedAll },
    '/feeds': { body: watching.newFeeds, gives: watching.feedsAdded },
    '/searches': { body: watching.newSearch, gives: watching.savedSearch },
    '/alerts/{id}/resend': { gives: watching.alertsSent },
  },
  PATCH: {
    '/feeds': { body: watching.feedChange, gives: watching.feed },
  },
  DELETE: {
    '/decisions/{id}': { gives: entity.decision },
    '/reviews/{id}': { gives: review.review },
    '/feeds': { body: watching.feedAddress, gives: watching.feed },
    '/searches/{id}': { gives: watching.savedSearch },
  },
} as const;
