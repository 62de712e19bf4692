"""Money, saving, investing, insurance."""

from __future__ import annotations

from server.messages import Text
from server.topics.niche import Niche, phrases

NICHE = Niche(
    id="finance",
    name=Text(en="Finance", vi="Tài chính"),
    words=phrases(
        """
        tài chính, tài chính cá nhân, tiền bạc, tiết kiệm, gửi tiết kiệm, lãi suất, lãi kép, ngân
        hàng, thẻ tín dụng, trả nợ, vay, khoản vay, đầu tư, nhà đầu tư, chứng khoán, cổ phiếu, cổ
        tức, trái phiếu, chứng chỉ quỹ, quỹ mở, etf, vàng, giá vàng, tỷ giá, crypto, tiền số,
        bitcoin, blockchain, lạm phát, thuế, bảo hiểm, bảo hiểm nhân thọ, quản lý chi tiêu, chi
        tiêu, thu nhập, thu nhập thụ động, quỹ khẩn cấp, quỹ dự phòng, kế toán, báo cáo tài chính,
        danh mục đầu tư, danh mục, f0, bất động sản, mở thẻ, hoàn tiền, tự do tài chính, làm giàu,
        kinh doanh, khởi nghiệp, personal finance, finance, financial, money, budget, budgeting,
        payday, save money, saving, savings, savings account, invest, investing, investor,
        investment, stocks, stock market, shares, dividend, dividends, portfolio, index funds, index
        fund, bonds, etfs, balance sheet, retirement, pension, tax, taxes, emergency fund, sinking
        funds, debt, debt free, credit card, credit cards, credit score, loan, loans, mortgage,
        interest rate, inflation, insurance, stablecoin, ethereum, halving, trading, trader, forex,
        real estate, side hustle, passive income, net worth, frugal, no spend, economy, bank,
        banking, cash flow, tài khoản, tiền lương, tiền tiết kiệm, ví điện tử, chuyển khoản, tích
        luỹ, tích lũy, kế hoạch tài chính, gói vay, trả góp, vay mua nhà, sổ tiết kiệm, sinh lời,
        lợi nhuận, lãi, rủi ro, vốn, quỹ đầu tư, giao dịch, sàn, thẻ ngân hàng, ghi chép chi tiêu,
        thu chi, ghi chép thu chi, chi phí, ngân sách, mua vàng, bảo hiểm sức khoẻ, nghỉ hưu, hưu
        trí, thuế thu nhập, kiếm tiền, mmo online, thu nhập online, coin, token, invested,
        investors, fund, funds, returns, profit, profits, interest, compound interest,
        wallet, expenses, expense tracker, spend, spending, salary, income, earn, cashback, cash,
        fees, savings goal, wealth, wealthy, markets, capital, broker, assets,
        asset allocation, gold price, startup funding, entrepreneurship, accounting, invoice,
        invoices
        """
    ),
    weak=phrases(
        """
        lương, tiền, quỹ, nợ, tiền gửi, bills, phí, thị trường, rent, wealth, đồng, triệu, save
        """
    ),
    categories=phrases(
        """
        financial service, bank, investment bank, insurance company, accountant, financial planner,
        finance, tài chính, ngân hàng, bảo hiểm, kế toán, dịch vụ tài chính, bất động sản
        """
    ),
    emoji="💰💵💸📈📉🪙💳🏦",
)
