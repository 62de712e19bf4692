"""What the resources do that judge or read files, for one store. Loading this file takes numpy, lxml and the model."""

from __future__ import annotations

from msgspec import Struct

from server.analysis import analyze
from server.capture import Capture
from server.scoring.model import load_model
from server.services.analyses import Analyses
from server.services.campaign_fit import CampaignFit
from server.services.checks import Checker
from server.services.creators import CreatorRecords
from server.services.demo import DemoChecker
from server.services.imports import Imports
from server.services.lookback import Lookback
from server.services.own_rates import OwnRates
from server.services.plan_sheets import PlanSheets
from server.services.references import References
from server.services.rescoring import Rescoring
from server.services.saved_pages import SavedPages
from server.services.shared_commenters import SharedCommenters
from server.services.sketch_key import SketchKey
from server.services.threshold_preview import ThresholdPreview
from server.settings import Settings
from server.store.store import Store

_THREADS_FOR_THE_REST = 8


class Resources(Struct, frozen=True):
    """One service a resource."""

    campaign_fit: CampaignFit
    checks: Checker
    analyses: Analyses
    creators: CreatorRecords
    demo: DemoChecker
    imports: Imports
    saved_pages: SavedPages
    plan_sheets: PlanSheets
    references: References
    rescoring: Rescoring
    shared_commenters: SharedCommenters
    threshold_preview: ThresholdPreview
    own_rates: OwnRates
    lookback: Lookback

    @property
    def model_version(self) -> str:
        """Of the published model, without what own thresholds add to it."""
        return load_model().version

    def forget(self) -> None:
        """After an erase or a restore nothing is answered from memory."""
        self.checks.forget()
        self.threshold_preview.forget()
        self.own_rates.forget()


def open_resources(settings: Settings, store: Store, sketch_key: SketchKey) -> Resources:
    """The services of one store, ready to judge: an empty page has gone through them."""
    analyze(Capture(html=""))
    own_rates, preview = OwnRates(store), ThresholdPreview(store)
    shared = SharedCommenters(store, sketch_key)
    most = settings.threads - _THREADS_FOR_THE_REST
    checker = Checker(store, settings.checks_at_once, most, shared, own_rates)
    return Resources(
        campaign_fit=CampaignFit(store),
        checks=checker,
        analyses=Analyses(store, own_rates),
        creators=CreatorRecords(store, (checker, preview, own_rates)),
        demo=DemoChecker(),
        imports=Imports(store),
        saved_pages=SavedPages(checker),
        plan_sheets=PlanSheets(store),
        references=References(store),
        rescoring=Rescoring(store),
        shared_commenters=shared,
        threshold_preview=preview,
        own_rates=own_rates,
        lookback=Lookback(store),
    )
